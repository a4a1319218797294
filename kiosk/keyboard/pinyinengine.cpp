// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyboard/pinyinengine.h"

#include <QFile>
#include <QFileInfo>

#include <rime_api.h>

namespace gatehouse::keyboard
{

namespace
{

constexpr int backspaceKey = 0xff08;
constexpr char schemaId[] = "gatehouse_pinyin";

RimeApi *api()
{
    return rime_get_api();
}

/// librime can be set up once in a process. It learns nothing, so it needs no folder to write into.
void setUpOnce(const QString &dataFolder)
{
    static const bool done = [&] {
        const QByteArray folder = QFile::encodeName(dataFolder);
        RIME_STRUCT(RimeTraits, traits);
        traits.shared_data_dir = folder.constData();
        traits.user_data_dir = folder.constData();
        traits.distribution_name = "Gatehouse";
        traits.distribution_code_name = "gatehouse";
        traits.distribution_version = "1";
        traits.app_name = "rime.gatehouse";
        traits.min_log_level = 3;
        traits.log_dir = "";
        api()->setup(&traits);
        api()->initialize(&traits);
        return true;
    }();
    Q_UNUSED(done)
}

} // namespace

Result<std::unique_ptr<PinyinEngine>> PinyinEngine::create(const QString &dataFolder)
{
    if (!QFileInfo::exists(dataFolder + QStringLiteral("/build/gatehouse_pinyin.prism.bin")))
        return fail(ErrorCode::NotFound, QStringLiteral("no compiled input schema in %1").arg(dataFolder));
    setUpOnce(dataFolder);
    std::unique_ptr<PinyinEngine> engine(new PinyinEngine);
    engine->m_session = api()->create_session();
    if (!engine->m_session || !api()->select_schema(engine->m_session, schemaId))
        return fail(ErrorCode::NotFound,
                    QStringLiteral("input schema %1 does not load from %2").arg(QLatin1String(schemaId), dataFolder));
    return engine;
}

PinyinEngine::~PinyinEngine()
{
    if (m_session)
        api()->destroy_session(m_session);
}

bool PinyinEngine::typeLetter(char letter)
{
    return api()->process_key(m_session, letter, 0);
}

void PinyinEngine::eraseLetter()
{
    api()->process_key(m_session, backspaceKey, 0);
}

void PinyinEngine::clear()
{
    api()->clear_composition(m_session);
    takeCommit();
}

void PinyinEngine::choose(int index)
{
    if (index >= 0)
        api()->select_candidate(m_session, size_t(index));
}

bool PinyinEngine::isComposing() const
{
    RIME_STRUCT(RimeStatus, status);
    if (!api()->get_status(m_session, &status))
        return false;
    const bool composing = status.is_composing;
    api()->free_status(&status);
    return composing;
}

QString PinyinEngine::letters() const
{
    return QString::fromUtf8(api()->get_input(m_session));
}

QString PinyinEngine::syllables() const
{
    RIME_STRUCT(RimeContext, context);
    if (!api()->get_context(m_session, &context))
        return {};
    const QString text = QString::fromUtf8(context.composition.preedit);
    api()->free_context(&context);
    return text;
}

QStringList PinyinEngine::candidates(int most) const
{
    QStringList list;
    RimeCandidateListIterator iterator;
    if (!api()->candidate_list_begin(m_session, &iterator))
        return list;
    while (list.size() < most && api()->candidate_list_next(&iterator))
        list.append(QString::fromUtf8(iterator.candidate.text));
    api()->candidate_list_end(&iterator);
    return list;
}

QString PinyinEngine::takeCommit()
{
    RIME_STRUCT(RimeCommit, commit);
    if (!api()->get_commit(m_session, &commit))
        return {};
    const QString text = QString::fromUtf8(commit.text);
    api()->free_commit(&commit);
    return text;
}

} // namespace gatehouse::keyboard
