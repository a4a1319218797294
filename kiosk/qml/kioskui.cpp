// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskui/kioskui.h"

#include "components/iconprovider.h"
#include "pages/catalogue.h"

#include <QDir>
#include <QFont>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QStandardPaths>

// Made by qt_add_qml_module. Called by hand, so that the linker keeps the registrations of static libraries.
void qml_register_types_Gatehouse_Theme();
void qml_register_types_Gatehouse_Components();
void qml_register_types_Gatehouse_Keyboard();
void qml_register_types_Gatehouse_Pages();

namespace gatehouse::kioskui
{

void prepareEnvironment()
{
    qputenv("QT_IM_MODULE", "qtvirtualkeyboard");
}

void removeLearnedWords()
{
    QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/qtvirtualkeyboard"))
        .removeRecursively();
}

void setUp(QQmlEngine &engine)
{
    qml_register_types_Gatehouse_Theme();
    qml_register_types_Gatehouse_Components();
    qml_register_types_Gatehouse_Keyboard();
    qml_register_types_Gatehouse_Pages();
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImageProvider(QStringLiteral("gatehouse-icon"), new IconProvider);
    QFont font = QGuiApplication::font();
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
    QGuiApplication::setFont(font);
}

QString translationFile(const QString &language)
{
    return Catalogue::fileOf(language);
}

} // namespace gatehouse::kioskui
