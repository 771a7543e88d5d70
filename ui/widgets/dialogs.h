// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

// Every question that stops the user goes through here, so that a test can answer it beforehand.
namespace foretaste::widgets {

struct DeleteQuestion {
    QString kind;              // "dataset group", as in "Delete dataset group"
    QString name;              // the thing itself
    QStringList consequences;  // "2 solutions and 3 solution versions are deleted too"
    bool typeName = false;     // the name must be typed to confirm: for things that hold data
};

// Names the thing and what goes with it; the verb is on the button, Cancel is the default.
bool confirmDelete(QWidget* parent, const DeleteQuestion& question);

// Any other question with two answers; `verb` is the button that does it.
bool confirm(QWidget* parent, const QString& title, const QString& text, const QString& verb);

// Something that the user has to know and can only close.
void inform(QWidget* parent, const QString& title, const QString& text);

// File dialogs; empty where the user cancels. `filter` as in QFileDialog.
QString openFile(QWidget* parent, const QString& title, const QString& filter);
QString openFolder(QWidget* parent, const QString& title);
QString saveFile(QWidget* parent, const QString& title, const QString& suggestion,
                 const QString& filter);

// For tests: the next question or file dialog is answered so and not shown. Answers queue up.
namespace testing {
void answerConfirm(bool yes);
void answerFile(const QString& path);
// Forgets answers nobody asked for; returns how many there were.
int clearAnswers();
// The text of the question answered last.
QString lastQuestion();
}  // namespace testing

}  // namespace foretaste::widgets
