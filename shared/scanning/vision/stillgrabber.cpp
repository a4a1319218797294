// SPDX-License-Identifier: GPL-3.0-or-later
#include "grabber.h"

#include "base/logging.h"
#include "scanner.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <chrono>
#include <thread>

namespace gatehouse::scanning
{

namespace
{
using SteadyClock = std::chrono::steady_clock;
constexpr auto frameTime = std::chrono::milliseconds(100);
constexpr auto dwellTime = std::chrono::seconds(2);
constexpr int longestSide = 2560; // about what a kiosk camera gives; more only slows the live picture

const QStringList &imagePatterns()
{
    static const QStringList patterns{QStringLiteral("*.jpg"),  QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
                                      QStringLiteral("*.bmp"),  QStringLiteral("*.webp"), QStringLiteral("*.tif"),
                                      QStringLiteral("*.tiff"), QStringLiteral("*.ppm"),  QStringLiteral("*.pgm"),
                                      QStringLiteral("*.gif")};
    return patterns;
}

struct FileState {
    QDateTime changed;
    qint64 size = 0;

    bool operator==(const FileState &) const = default;
};

FileState stateOf(const QFileInfo &file)
{
    return {file.lastModified(), file.size()};
}

Result<QImage> loadFrame(const QString &path)
{
    GATEHOUSE_TRY_ASSIGN(QImage picture, loadPicture(path));
    if (std::max(picture.width(), picture.height()) > longestSide)
        picture = picture.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return picture.convertToFormat(QImage::Format_RGB32);
}

QImage emptyDesk()
{
    QImage picture(1280, 720, QImage::Format_RGB32);
    picture.fill(QColor(96, 98, 102));
    return picture;
}

class ImageGrabber final : public Grabber
{
public:
    explicit ImageGrabber(const QString &path) : m_path(path) {}

    Result<QImage> next() override
    {
        if (!m_picture.isNull())
            std::this_thread::sleep_for(frameTime);
        const QFileInfo file(m_path);
        if (!file.exists())
            return fail(ErrorCode::Unavailable, QStringLiteral("the image is gone"));
        const FileState state = stateOf(file);
        if (m_picture.isNull() || state != m_state) {
            auto loaded = loadFrame(m_path);
            if (!loaded)
                return fail(ErrorCode::Unavailable, loaded.error().detail);
            m_picture = *loaded;
            m_state = state;
        }
        return m_picture;
    }

private:
    QString m_path;
    QImage m_picture;
    FileState m_state;
};

class FolderGrabber final : public Grabber
{
public:
    explicit FolderGrabber(const QString &path) : m_folder(path) {}

    Result<QImage> next() override
    {
        if (!m_picture.isNull())
            std::this_thread::sleep_for(frameTime);
        if (!m_folder.exists())
            return fail(ErrorCode::Unavailable, QStringLiteral("the folder is gone"));
        const QString fresh = refresh();
        if (!fresh.isEmpty())
            show(fresh);
        else if (m_picture.isNull() || !m_states.contains(m_shown) || SteadyClock::now() - m_since >= dwellTime)
            showNext();
        return m_picture;
    }

private:
    // Notes what is in the folder; returns the newest file that is new or changed since the last look, none on the first.
    QString refresh()
    {
        m_folder.refresh();
        QHash<QString, FileState> now;
        QFileInfo freshest;
        const auto files = m_folder.entryInfoList(imagePatterns(), QDir::Files, QDir::Name);
        m_names.clear();
        for (const QFileInfo &file : files) {
            m_names.append(file.fileName());
            now.insert(file.fileName(), stateOf(file));
            const auto before = m_states.constFind(file.fileName());
            const bool changed = before == m_states.cend() || *before != stateOf(file);
            if (changed && (freshest.filePath().isEmpty() || file.lastModified() >= freshest.lastModified()))
                freshest = file;
        }
        m_states = now;
        return std::exchange(m_looked, true) && !freshest.filePath().isEmpty() ? freshest.fileName() : QString();
    }

    bool show(const QString &name)
    {
        const auto loaded = loadFrame(m_folder.filePath(name));
        if (!loaded) {
            qCWarning(lcCamera) << "an image of the folder is left out:" << loaded.error().detail;
            return false;
        }
        m_picture = *loaded;
        m_shown = name;
        m_since = SteadyClock::now();
        return true;
    }

    void showNext()
    {
        const qsizetype start = m_names.indexOf(m_shown);
        for (qsizetype step = 1; step <= m_names.size(); ++step) {
            const QString &name = m_names.at((start + step) % m_names.size());
            if (name == m_shown && !m_picture.isNull()) {
                m_since = SteadyClock::now();
                return;
            }
            if (show(name))
                return;
        }
        if (m_picture.isNull() || !m_shown.isEmpty()) {
            m_picture = emptyDesk();
            m_shown.clear();
        }
        m_since = SteadyClock::now();
    }

    QDir m_folder;
    QStringList m_names;
    QHash<QString, FileState> m_states;
    QString m_shown;
    QImage m_picture;
    SteadyClock::time_point m_since;
    bool m_looked = false;
};
} // namespace

std::unique_ptr<Grabber> makeStillGrabber(const QString &path)
{
    if (QFileInfo(path).isDir())
        return std::make_unique<FolderGrabber>(path);
    return std::make_unique<ImageGrabber>(path);
}

std::unique_ptr<Grabber> makeGrabber(const QString &source)
{
    const QFileInfo file(source);
    if (file.isDir() || QDir::match(imagePatterns(), file.fileName()))
        return makeStillGrabber(source);
    return makeVideoGrabber(source);
}

} // namespace gatehouse::scanning
