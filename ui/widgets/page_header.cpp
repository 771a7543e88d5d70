// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_header.h"

#include "ui/theme/style_paint.h"

namespace foretaste::widgets {

using namespace theme;

namespace {

// A quiet word on a soft, round ground.
class Pill : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        const PainterGuard guard(painter);
        paint::box(painter, rect(), height() / 2.0, colors().soft, {});
        QLabel::paintEvent(event);
    }
};

}  // namespace

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent),
      crumbs_(makeLabel({}, TextRole::Small, Tone::Muted, this)),
      title_(makeLabel({}, TextRole::Title, Tone::Text, this)),
      pill_(new Pill(this)),
      badge_(new StatusBadge(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, kSpaceXs);
    layout->setSpacing(kSpaceXxs);
    crumbs_->setObjectName(QStringLiteral("breadcrumb"));
    crumbs_->setTextFormat(Qt::RichText);
    crumbs_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    crumbs_->setFixedHeight(20);
    crumbs_->setAccessibleName(tr("Breadcrumb"));
    crumbs_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    layout->addWidget(crumbs_);

    auto* line = new QHBoxLayout;
    line->setSpacing(kSpaceM);
    title_->setObjectName(QStringLiteral("pageTitle"));
    title_->setMinimumHeight(kControlHeight);  // titles stand equally high with and without buttons
    QFont pillFont = theme::font(TextRole::Small);
    pillFont.setWeight(QFont::Medium);
    setText(*pill_, TextRole::Small, Tone::Accent);
    pill_->setFont(pillFont);
    pill_->setObjectName(QStringLiteral("pagePill"));
    pill_->setContentsMargins(10, 0, 10, 0);
    pill_->setFixedHeight(26);
    pill_->hide();
    badge_->setObjectName(QStringLiteral("pageStatus"));
    badge_->setFilled(true);
    badge_->hide();
    line->addWidget(title_);
    line->addWidget(pill_);
    line->addWidget(badge_);
    line->addStretch(1);
    actions_ = new QHBoxLayout;
    actions_->setSpacing(kSpaceS);
    line->addLayout(actions_);
    layout->addLayout(line);

    // Links keep the colour they had when the text was set.
    connect(&Theme::get(), &Theme::changed, this, [this] {
        crumbs_->clear();
        setBreadcrumb(shown_);
    });
    connect(crumbs_, &QLabel::linkActivated, this, [this](const QString& link) {
        const Crumb& crumb = shown_.at(link.toInt());
        emit crumbActivated(crumb.pageId, crumb.argument);
    });
}

void PageHeader::setBreadcrumb(const QList<Crumb>& crumbs) {
    shown_ = crumbs;
    QStringList parts;
    for (int i = 0; i < crumbs.size(); ++i) {
        const QString text = crumbs[i].text.toHtmlEscaped();
        parts << (crumbs[i].pageId.isEmpty()
                      ? text
                      : QStringLiteral("<a href=\"%1\" style=\"text-decoration:none\">%2</a>")
                            .arg(i)
                            .arg(text));
    }
    crumbs_->setText(parts.join(QStringLiteral("&nbsp;/&nbsp;")));
    crumbs_->setVisible(!crumbs.isEmpty());
}

void PageHeader::setTitle(const QString& title) {
    constexpr int kNarrowestTitle = 80;  // what a long one may be squeezed to
    title_->setText(title);
    title_->setMinimumWidth(std::min(kNarrowestTitle, title_->sizeHint().width()));
    title_->setToolTip(title);
    setAccessibleName(title);
}

QString PageHeader::title() const {
    return title_->text();
}

void PageHeader::setPill(const QString& text) {
    pill_->setText(text);
    pill_->setVisible(!text.isEmpty());
}

void PageHeader::setStatus(Status status, const QString& word) {
    badge_->set(status, word);
    badge_->setVisible(!word.isEmpty());
}

void PageHeader::setServiceStatus(const QString& serviceStatus) {
    const StatusLook look = statusLook(serviceStatus);
    setStatus(look.status, look.word);
}

QPushButton* PageHeader::addAction(const QString& text, const QString& name) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    actions_->insertWidget(primary_ ? actions_->count() - 1 : actions_->count(), button);
    return button;
}

QPushButton* PageHeader::setPrimary(const QString& text, const QString& name) {
    if (!primary_) {
        primary_ = new QPushButton(this);
        setButtonKind(*primary_, ButtonKind::Primary);
        actions_->addWidget(primary_);
    }
    primary_->setText(text);
    primary_->setObjectName(name);
    return primary_;
}

}  // namespace foretaste::widgets
