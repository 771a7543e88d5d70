// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// The languages of the console. English is the language of the sources; the others are
/// resources/translations/foretaste_<code>.ts.
namespace foretaste::language {

struct Language {
    QString code;  ///< ISO 639-1
    QString name;  ///< what it calls itself
};

const QList<Language>& all();
QStringList codes();
bool knows(const QString& code);

/// The code kept in the settings; empty: as the system.
QString stored();
void store(const QString& code);

/// The code to use: `asked` if there is one, else the settings', else the first of the system's
/// languages that there is, else English.
QString choose(const QString& asked = {});

/// Puts the program's and Qt's own words, numbers and dates into a language. What has been shown
/// before keeps its words: call it before the first window is made. Numbers and dates stay those of
/// the system where it speaks the language.
void use(const QString& code);

/// The code that use() was called with last; English before.
QString inUse();

}  // namespace foretaste::language
