// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include <QCloseEvent>
#include <QMouseEvent>
#include <QShortcut>
#include <QToolButton>

#include "ui/shell/about_dialog.h"
#include "ui/shell/guide.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/stored_mode.h"

namespace foretaste::shell {

using namespace theme;

namespace {

constexpr const char* kGeometryKey = "window/geometry";

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      top_(new TopBar(this)),
      navigation_(new widgets::SideNavigation(this)),
      flashes_(new widgets::FlashBar(this)),
      navigator_(new Navigator(this)),
      jobs_(new JobCenter(this)),
      palette_(new CommandPalette(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Foretaste"));
    auto* central = new QWidget(this);
    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(top_);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(navigation_);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, kSpaceL, 0, 0);
    content->setSpacing(kSpaceM);
    auto* messages = new QHBoxLayout;
    messages->setContentsMargins(kSpaceXl, 0, kSpaceXl, 0);
    messages->addWidget(flashes_);
    content->addLayout(messages);
    content->addWidget(navigator_, 1);
    columns->addLayout(content, 1);
    rows->addLayout(columns, 1);
    setCentralWidget(central);
    setMinimumSize(960, 600);
    resize(1280, 800);
    restoreGeometry(QSettings().value(QLatin1String(kGeometryKey)).toByteArray());

    connect(navigation_, &widgets::SideNavigation::activated, this, [this](const QString& id) {
        navigator_->go(id, argument_ ? argument_(id) : QString());
    });
    connect(navigator_, &Navigator::moved, this, &MainWindow::arrived);
    connect(navigator_, &Navigator::flash, this,
            [this](widgets::FlashKind kind, const QString& text) { flashes_->show(kind, text); });
    connect(jobs_, &JobCenter::runningCountChanged, top_, &TopBar::setJobCount);
    connect(top_, &TopBar::jobsRequested, this, [this] { jobs_->popup(*top_->jobsButton()); });
    connect(top_, &TopBar::searchRequested, this, &MainWindow::openPalette);
    connect(top_, &TopBar::backRequested, navigator_, &Navigator::back);
    connect(top_, &TopBar::forwardRequested, navigator_, &Navigator::forward);
    connect(top_, &TopBar::modeChosen, this, [](Mode mode) {
        Theme::get().setMode(mode);
        storeMode(mode);
    });
    addShortcuts();
    addHelpMenu();
}

MainWindow::~MainWindow() = default;

void MainWindow::setWorkspace(const QString& name, const QString& path) {
    top_->setWorkspace(tr("Workspace: %1").arg(name), path);
}

void MainWindow::setEndpoint(const QString& text, const QString& toolTip) {
    top_->setEndpoint(text, toolTip);
}

void MainWindow::setNavigationArgument(std::function<QString(const QString& pageId)> argument) {
    argument_ = std::move(argument);
}

void MainWindow::addCommand(const Command& command) {
    own_ << command;
}

void MainWindow::setCommandSource(std::function<QList<Command>()> source) {
    source_ = std::move(source);
}

void MainWindow::addShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto run) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
    };
    add(Qt::CTRL | Qt::Key_K, [this] { openPalette(); });
    add(Qt::ALT | Qt::Key_Left, [this] { navigator_->back(); });
    add(Qt::ALT | Qt::Key_Right, [this] { navigator_->forward(); });
    add(Qt::Key_F5, [this] { navigator_->refresh(); });
    add(Qt::Key_F6, [this] { cyclePanes(); });
    add(Qt::CTRL | Qt::Key_J, [this] { jobs_->popup(*top_->jobsButton()); });
    add(Qt::Key_F1, [this] { showGuide(); });
    add(Qt::SHIFT | Qt::Key_F1, [this] { showShortcuts(); });
    add(QKeySequence::Quit, [this] { close(); });
    for (int digit = 1; digit <= 9; ++digit) {
        add(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + digit)), [this, digit] {
            const QString id = navigation_->ids().value(digit - 1);
            if (!id.isEmpty()) emit navigation_->activated(id);
        });
    }
}

void MainWindow::addHelpMenu() {
    auto* menu = new QMenu(this);
    connect(menu->addAction(tr("Guide\tF1")), &QAction::triggered, this, &MainWindow::showGuide);
    connect(menu->addAction(tr("Keyboard shortcuts\tShift+F1")), &QAction::triggered, this,
            &MainWindow::showShortcuts);
    QAction* about = menu->addAction(icon(Icon::Info), tr("About Foretaste"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
    QToolButton* button = top_->helpButton();
    connect(button, &QToolButton::clicked, this, [menu, button] {
        menu->popup(button->mapToGlobal(
            QPoint(button->width() - menu->sizeHint().width(), button->height() + 2)));
    });
}

QList<Command> MainWindow::commands() const {
    QList<Command> all = own_;
    for (const QString& id : navigation_->ids()) {
        if (!navigator_->knows(id)) continue;
        all << Command{navigator_->titleOf(id), tr("Page"), Icon::ArrowRight,
                       [this, id] { emit navigation_->activated(id); }};
    }
    if (source_) all << source_();
    return all;
}

void MainWindow::openPalette() {
    palette_->open(commands());
}

void MainWindow::showGuide() {
    if (!guide_) guide_ = new GuideWindow(this);
    guide_->openAt(navigator_->place().pageId);
}

void MainWindow::showShortcuts() {
    ShortcutsDialog dialog(this);
    dialog.exec();
}

void MainWindow::showAbout() {
    AboutDialog dialog(this);
    dialog.exec();
}

void MainWindow::arrived(const Place& place) {
    const Page* page = navigator_->currentPage();
    navigation_->setCurrent(page->navigationId());
    top_->setHistory(navigator_->canGoBack(), navigator_->canGoForward());
    const QString title =
        page->title().isEmpty() ? navigator_->titleOf(place.pageId) : page->title();
    setWindowTitle(QStringLiteral("%1 – Foretaste").arg(title));
}

// F6 goes from the navigation to the page, to the messages where there are any, and round again.
void MainWindow::cyclePanes() {
    QList<QWidget*> panes{navigation_, navigator_};
    if (flashes_->isVisible()) panes << flashes_;
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget())) at = i + 1;
    }
    QWidget* pane = panes[at % panes.size()];
    // The first control inside that takes the keyboard.
    for (QWidget* next = pane->nextInFocusChain(); next != pane; next = next->nextInFocusChain()) {
        if (!pane->isAncestorOf(next)) continue;
        if (next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (mayClose_ && !mayClose_()) {
        event->ignore();
        return;
    }
    QSettings().setValue(QLatin1String(kGeometryKey), saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::BackButton) navigator_->back();
    if (event->button() == Qt::ForwardButton) navigator_->forward();
    QMainWindow::mouseReleaseEvent(event);
}

}  // namespace foretaste::shell
