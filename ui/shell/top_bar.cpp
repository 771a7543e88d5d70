// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/style_paint.h"

namespace foretaste::shell {

using namespace theme;

namespace {

// The disc of the application's icon, in the theme's colours, and the product's name.
class Logo : public QWidget {
public:
    explicit Logo(QWidget* parent) : QWidget(parent) {
        QFont face = theme::font(TextRole::Strong);
        face.setPixelSize(15);
        face.setWeight(QFont::Bold);
        setFont(face);
        setAccessibleName(QStringLiteral("Foretaste"));
        setFixedSize(QFontMetrics(face).horizontalAdvance(QStringLiteral("Foretaste")) + 28, 28);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const PainterGuard guard(painter);
        const Colors& c = colors();
        const QRectF disc(0, 5, 18, 18);
        painter.setPen(Qt::NoPen);
        // Qt counts in sixteenths of a degree, anticlockwise from three o'clock.
        double start = 90;
        for (const auto& [share, series] : {std::pair{0.40, 0}, {0.25, 1}, {0.35, 2}}) {
            const double span = 360 * share;
            painter.setBrush(c.series[static_cast<size_t>(series)]);
            painter.drawPie(disc, static_cast<int>((start - span) * 16),
                            static_cast<int>(span * 16));
            start -= span;
        }
        painter.setPen(c.text);
        painter.drawText(rect().adjusted(26, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         QStringLiteral("Foretaste"));
    }
};

}  // namespace

// Looks like a field, is a button: the palette has the real field.
class TopBar::Search : public QAbstractButton {
public:
    explicit Search(QWidget* parent) : QAbstractButton(parent) {
        setText(TopBar::tr("Search pages, resources, actions"));
        setObjectName(QStringLiteral("searchButton"));
        setAccessibleName(text());
        setAccessibleDescription(TopBar::tr("Opens the command palette, Ctrl+K"));
        setFixedHeight(kControlHeight);
        setMaximumWidth(420);
        setMinimumWidth(120);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setCursor(Qt::IBeamCursor);
        setAttribute(Qt::WA_Hover);
    }
    QSize sizeHint() const override { return {420, kControlHeight}; }

protected:
    void paintEvent(QPaintEvent*) override {
        const Colors& c = colors();
        QPainter painter(this);
        const PainterGuard guard(painter);
        paint::box(painter, rect(), kRadiusControl, c.bg, underMouse() ? c.border : c.line);
        drawIcon(painter, QRectF(10, (height() - 16) / 2.0, 16, 16), Icon::Search, c.muted);
        painter.setPen(c.muted);
        painter.setFont(theme::font(TextRole::Body));
        const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K)
                                 .toString(QKeySequence::NativeText)
                                 .replace(u'+', u' ');
        const QRectF room = QRectF(rect()).adjusted(34, 0, -kSpaceM, 0);
        const double keysWidth = QFontMetricsF(painter.font()).horizontalAdvance(keys);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, keys);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetricsF(painter.font())
                             .elidedText(text(), Qt::ElideRight, room.width() - keysWidth - 12));
        if (paint::showsFocus(*this)) paint::focusRing(painter, rect(), kRadiusControl);
    }
};

class TopBar::Pill : public QWidget {
public:
    Pill(const QString& name, QWidget* parent) : QWidget(parent) {
        setObjectName(name);
        setFont(theme::font(TextRole::Small));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        hide();
    }
    void set(const QString& text, const QString& toolTip) {
        text_ = text;
        setAccessibleName(text);
        setToolTip(toolTip);
        setVisible(!text.isEmpty());
        updateGeometry();
        update();
    }
    QSize sizeHint() const override { return {fontMetrics().horizontalAdvance(text_) + 21, 24}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const PainterGuard guard(painter);
        paint::box(painter, rect(), height() / 2.0, colors().soft, {});
        painter.setPen(colors().accent);
        painter.drawText(rect(), Qt::AlignCenter, text_);
    }

private:
    QString text_;
};

TopBar::TopBar(QWidget* parent)
    : QWidget(parent),
      search_(new Search(this)),
      workspace_(new Pill(QStringLiteral("workspacePill"), this)),
      endpoint_(new Pill(QStringLiteral("endpointPill"), this)) {
    setFixedHeight(kTopBarHeight);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpaceL, 0, kSpaceM, 1);
    layout->setSpacing(kSpaceL);
    auto* logo = new Logo(this);
    logo->setMinimumWidth(96);
    layout->addWidget(logo);
    auto* history = new QHBoxLayout;
    history->setSpacing(0);
    back_ = tool(QStringLiteral("backButton"), tr("Back"));
    forward_ = tool(QStringLiteral("forwardButton"), tr("Forward"));
    back_->setIcon(icon(Icon::ArrowLeft, Tone::Muted));
    forward_->setIcon(icon(Icon::ArrowRight, Tone::Muted));
    back_->setToolTip(tr("Back (Alt+Left)"));
    forward_->setToolTip(tr("Forward (Alt+Right)"));
    history->addWidget(back_);
    history->addWidget(forward_);
    layout->addLayout(history);
    layout->addWidget(search_, 10);
    layout->addWidget(workspace_);
    layout->addWidget(endpoint_);
    layout->addStretch(1);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(kSpaceXs);
    jobs_ = tool(QStringLiteral("jobsButton"), tr("Jobs"));
    jobs_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    jobs_->setIcon(icon(Icon::Clock, Tone::Muted));
    theme_ = tool(QStringLiteral("themeButton"), tr("Theme"));
    help_ = tool(QStringLiteral("helpButton"), tr("Help"));
    help_->setIcon(icon(Icon::Help, Tone::Muted));
    for (QToolButton* button : {jobs_, theme_, help_}) tools->addWidget(button);
    layout->addLayout(tools);
    const auto showTheme = [this] {
        theme_->setIcon(icon(Theme::get().isDark() ? Icon::Moon : Icon::Sun, Tone::Muted));
    };
    showTheme();
    connect(&Theme::get(), &Theme::changed, this, showTheme);
    connect(search_, &QAbstractButton::clicked, this, &TopBar::searchRequested);
    connect(jobs_, &QToolButton::clicked, this, &TopBar::jobsRequested);
    connect(theme_, &QToolButton::clicked, this, &TopBar::showThemeMenu);
    connect(back_, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(forward_, &QToolButton::clicked, this, &TopBar::forwardRequested);
    setJobCount(0);
    setHistory(false, false);
}

QToolButton* TopBar::tool(const QString& name, const QString& label) {
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(label);
    button->setAccessibleName(label);
    button->setToolTip(label);
    button->setAutoRaise(true);
    button->setIconSize(QSize(18, 18));
    button->setMinimumSize(kControlHeight, kControlHeight);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFont(theme::font(TextRole::Table));
    return button;
}

void TopBar::setWorkspace(const QString& text, const QString& toolTip) {
    workspace_->set(text, toolTip);
}

void TopBar::setEndpoint(const QString& text, const QString& toolTip) {
    endpoint_->set(text, toolTip);
}

void TopBar::setJobCount(int running) {
    jobs_->setText(running > 0 ? tr("Jobs %1").arg(running) : tr("Jobs"));
    jobs_->setIcon(
        icon(running > 0 ? Icon::Progress : Icon::Clock, running > 0 ? Tone::Accent : Tone::Muted));
    jobs_->setAccessibleName(running > 0 ? tr("Jobs, %1 running").arg(running) : tr("Jobs"));
}

void TopBar::setHistory(bool back, bool forward) {
    back_->setEnabled(back);
    forward_->setEnabled(forward);
}

void TopBar::showThemeMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    for (const auto& [mode, text] : {std::pair{Mode::Light, tr("Light")},
                                     {Mode::Dark, tr("Dark")},
                                     {Mode::System, tr("As the system")}}) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(Theme::get().mode() == mode);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, chosen = mode] { emit modeChosen(chosen); });
    }
    menu->popup(theme_->mapToGlobal(
        QPoint(theme_->width() - menu->sizeHint().width(), theme_->height() + 2)));
}

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colors().card);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors().line);
}

}  // namespace foretaste::shell
