// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogs.h"

#include <QDialog>
#include <QFileDialog>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_field.h"

namespace foretaste::widgets {

using namespace theme;

namespace {

QString tr(const char* source) {
    return QCoreApplication::translate("foretaste::widgets", source);
}

// Answers given beforehand by a test. They belong to the application and end with it.
struct Prepared : QObject {
    using QObject::QObject;
    QList<bool> confirms;
    QStringList files;
    QString question;
};

Prepared& prepared() {
    static constexpr const char* kName = "foretastePreparedAnswers";
    if (QObject* known =
            qApp->findChild<QObject*>(QLatin1String(kName), Qt::FindDirectChildrenOnly)) {
        return *static_cast<Prepared*>(known);
    }
    auto* fresh = new Prepared(qApp);
    fresh->setObjectName(QLatin1String(kName));
    return *fresh;
}

struct Question {
    QString title;
    QString text;
    QStringList points;
    QString verb;
    QString typed;  // what must be typed first; empty for nothing
    bool dangerous = false;
    bool hasAnswers = true;  // otherwise it can only be closed
};

bool ask(QWidget* parent, const Question& question) {
    Prepared& answers = prepared();
    if (!answers.confirms.isEmpty()) {
        answers.question =
            (QStringList{question.title, question.text} + question.points).join(u'\n');
        return answers.confirms.takeFirst();
    }
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("confirmDialog"));
    dialog.setWindowTitle(question.title);
    dialog.setMinimumWidth(460);
    auto* layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(kSpaceXl, kSpaceXl, kSpaceXl, kSpaceL);
    layout->setSpacing(kSpaceM);
    QLabel* title = makeLabel(question.title, TextRole::Title, Tone::Text, &dialog, true);
    layout->addWidget(title);
    layout->addWidget(makeLabel(question.text, TextRole::Body, Tone::Text, &dialog, true));
    for (const QString& point : question.points) {
        auto* line = new QHBoxLayout;
        line->setSpacing(kSpaceS);
        auto* mark = new QLabel(&dialog);
        mark->setPixmap(
            iconPixmap(Icon::Warning, kIconSmall, Tone::Warn, dialog.devicePixelRatioF()));
        line->addWidget(mark, 0, Qt::AlignTop);
        line->addWidget(makeLabel(point, TextRole::Table, Tone::Text, &dialog, true), 1);
        layout->addLayout(line);
    }
    auto* verb = new QPushButton(question.verb, &dialog);
    auto* cancel = new QPushButton(tr("Cancel"), &dialog);
    if (!question.typed.isEmpty()) {
        auto* edit = new QLineEdit(&dialog);
        layout->addWidget(new FormField(QStringLiteral("confirmName"),
                                        tr("Type %1 to confirm").arg(question.typed), edit));
        verb->setEnabled(false);
        QObject::connect(
            edit, &QLineEdit::textChanged, verb,
            [verb, question](const QString& text) { verb->setEnabled(text == question.typed); });
    }
    layout->addSpacing(kSpaceS);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(verb);
    layout->addLayout(buttons);
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setDefault(true);
    if (!question.hasAnswers) {
        verb->hide();
        cancel->setText(question.verb);
    }
    verb->setObjectName(QStringLiteral("confirmButton"));
    verb->setAutoDefault(false);
    setButtonKind(*verb, question.dangerous ? ButtonKind::Danger : ButtonKind::Primary);
    QObject::connect(verb, &QPushButton::clicked, &dialog, &QDialog::accept);
    QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
    cancel->setFocus();
    return dialog.exec() == QDialog::Accepted;
}

}  // namespace

bool confirmDelete(QWidget* parent, const DeleteQuestion& question) {
    Question shown;
    shown.title = tr("Delete %1").arg(question.kind);
    shown.text = tr("“%1” is deleted for good. This cannot be undone.").arg(question.name);
    shown.points = question.consequences;
    shown.verb = shown.title;
    shown.typed = question.typeName ? question.name : QString();
    shown.dangerous = true;
    return ask(parent, shown);
}

bool confirm(QWidget* parent, const QString& title, const QString& words, const QString& verb) {
    return ask(parent, {title, words, {}, verb, {}, false, true});
}

void inform(QWidget* parent, const QString& title, const QString& words) {
    ask(parent, {title, words, {}, tr("Close"), {}, false, false});
}

QString openFile(QWidget* parent, const QString& title, const QString& filter) {
    if (!prepared().files.isEmpty()) return prepared().files.takeFirst();
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString openFolder(QWidget* parent, const QString& title) {
    if (!prepared().files.isEmpty()) return prepared().files.takeFirst();
    return QFileDialog::getExistingDirectory(parent, title);
}

QString saveFile(QWidget* parent, const QString& title, const QString& suggestion,
                 const QString& filter) {
    if (!prepared().files.isEmpty()) return prepared().files.takeFirst();
    return QFileDialog::getSaveFileName(parent, title, suggestion, filter);
}

namespace testing {

void answerConfirm(bool yes) {
    prepared().confirms << yes;
}

void answerFile(const QString& path) {
    prepared().files << path;
}

int clearAnswers() {
    const auto left = prepared().confirms.size() + prepared().files.size();
    prepared().confirms.clear();
    prepared().files.clear();
    return static_cast<int>(left);
}

QString lastQuestion() {
    return prepared().question;
}

}  // namespace testing

}  // namespace foretaste::widgets
