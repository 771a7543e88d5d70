// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about_dialog.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QSysInfo>

#include "ui/theme/icons.h"

namespace foretaste::shell {

using namespace theme;

namespace {

QPushButton* addButton(QHBoxLayout& row, const QString& text, const QString& name,
                       ButtonKind kind) {
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    setButtonKind(*button, kind);
    row.addWidget(button);
    return button;
}

}  // namespace

QString AboutDialog::details() {
    return QStringLiteral("Foretaste %1\nQt %2\n%3 (%4)\n")
        .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()),
             QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
}

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Foretaste"));
    setFixedWidth(480);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, kSpaceXl, kSpaceXl, kSpaceL);
    layout->setSpacing(kSpaceM);
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpaceL);
    auto* picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(QSize(56, 56), devicePixelRatioF()));
    head->addWidget(picture);
    auto* words = new QVBoxLayout;
    words->setSpacing(kSpaceXxs);
    words->addWidget(makeLabel(QStringLiteral("Foretaste"), TextRole::Title));
    words->addWidget(makeLabel(tr("Version %1").arg(QCoreApplication::applicationVersion()),
                               TextRole::Table, Tone::Muted));
    head->addLayout(words, 1);
    layout->addLayout(head);
    layout->addWidget(makeLabel(tr("A foretaste of your recommendations, on your own desk. "
                                   "Foretaste trains, tests and serves "
                                   "recommenders on this machine; nothing you give it leaves it."),
                                TextRole::Body, Tone::Text, nullptr, true));
    layout->addWidget(makeLabel(
        tr("Free software under the GNU General Public License, version 3 or later, without any "
           "warranty. Built with Qt %1, Eigen and SQLite.")
            .arg(QLatin1String(qVersion())),
        TextRole::Small, Tone::Muted, nullptr, true));
    auto* buttons = new QHBoxLayout;
    QPushButton* copy = addButton(*buttons, tr("Copy details"), QStringLiteral("copyDetailsButton"),
                                  ButtonKind::Secondary);
    QPushButton* qt =
        addButton(*buttons, tr("About Qt"), QStringLiteral("aboutQtButton"), ButtonKind::Quiet);
    buttons->addStretch(1);
    QPushButton* close =
        addButton(*buttons, tr("Close"), QStringLiteral("closeButton"), ButtonKind::Primary);
    close->setDefault(true);
    layout->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this,
            [] { QGuiApplication::clipboard()->setText(details()); });
    connect(qt, &QPushButton::clicked, qApp, &QApplication::aboutQt);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

ShortcutsDialog::ShortcutsDialog(QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setMinimumWidth(420);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, kSpaceXl, kSpaceXl, kSpaceL);
    layout->setSpacing(kSpaceM);
    layout->addWidget(makeLabel(tr("Keyboard shortcuts"), TextRole::Title));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpaceXl);
    grid->setVerticalSpacing(kSpaceS);
    const QList<std::pair<QKeySequence, QString>> rows{
        {Qt::CTRL | Qt::Key_K, tr("Search pages, resources and actions")},
        {Qt::ALT | Qt::Key_Left, tr("Back")},
        {Qt::ALT | Qt::Key_Right, tr("Forward")},
        {Qt::CTRL | Qt::Key_1, tr("First page of the navigation; 2 to 9 for the next ones")},
        {Qt::CTRL | Qt::Key_J, tr("Jobs")},
        {Qt::Key_F5, tr("Refresh the page")},
        {Qt::Key_F6, tr("Next pane: navigation, page, messages")},
        {QKeySequence::Copy, tr("Copy the selected rows of a table")},
        {Qt::Key_Return, tr("Open the selected row")},
        {Qt::Key_F1, tr("Guide, at the page that is open")},
        {Qt::SHIFT | Qt::Key_F1, tr("This list")},
    };
    for (int i = 0; i < rows.size(); ++i) {
        grid->addWidget(makeLabel(rows[i].first.toString(QKeySequence::NativeText), TextRole::Code),
                        i, 0);
        grid->addWidget(makeLabel(rows[i].second, TextRole::Table, Tone::Muted), i, 1);
    }
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    QPushButton* close =
        addButton(*buttons, tr("Close"), QStringLiteral("closeButton"), ButtonKind::Primary);
    close->setDefault(true);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

}  // namespace foretaste::shell
