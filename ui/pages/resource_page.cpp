// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resource_page.h"

#include "ui/theme/tokens.h"

namespace foretaste::pages {
namespace {

/// Most reads are over before a word about them could be read.
constexpr int kLoadingMs = 250;

}  // namespace

ResourcePage::ResourcePage(const QString& id, bridge::Console& console, QWidget* parent)
    : Page(id, parent),
      console_(console),
      contentBox_(new QWidget),
      content_(new QVBoxLayout(contentBox_)),
      instead_(new widgets::EmptyState(theme::Icon::Info, {}, {})),
      loading_(theme::makeLabel(tr("Reading…"), theme::TextRole::Body, theme::Tone::Muted)) {
    content_->setContentsMargins(0, 0, 0, 0);
    content_->setSpacing(theme::kSpaceM);
    loading_->setAlignment(Qt::AlignCenter);
    body()->addWidget(contentBox_, 1);
    body()->addWidget(instead_, 1);
    body()->addWidget(loading_, 1);
    instead_->setObjectName(QStringLiteral("insteadOfContent"));
    instead_->button()->setObjectName(QStringLiteral("insteadButton"));
    showPart(nullptr);
    loadingTimer_.setSingleShot(true);
    loadingTimer_.setInterval(kLoadingMs);
    connect(&loadingTimer_, &QTimer::timeout, this, [this] { showPart(loading_); });
    connect(instead_, &widgets::EmptyState::actionTriggered, this, [this] {
        if (gone_) {
            emit navigate(gonePage_, goneArgument_);
            return;
        }
        showPart(nullptr);
        loadingTimer_.start();
        fetchAgain();
    });
}

void ResourcePage::refresh() {
    if (live_ && opened_ == argument()) {
        fetchAgain();
        return;
    }
    opened_ = argument();
    header().setStatus(widgets::Status::NotStarted, {});
    header().setPill({});
    showPart(nullptr);
    loadingTimer_.start();
    open();
}

void ResourcePage::fetchAgain() {
    if (live_) live_->refresh();
}

void ResourcePage::setLive(models::LiveList* live) {
    delete live_;  // at once: an answer about the old subject may be on its way
    live_ = live;
    live_->sleepWhileHidden(this);
    connect(live_, &models::LiveList::failed, this, &ResourcePage::showFailure);
}

QPushButton* ResourcePage::addAction(const QString& text, const QString& name) {
    auto* button = header().addAction(text, name);
    button->hide();
    actions_ << button;
    return button;
}

QPushButton* ResourcePage::addPrimary(const QString& text, const QString& name) {
    auto* button = header().setPrimary(text, name);
    button->hide();
    actions_ << button;
    return button;
}

void ResourcePage::setGone(const QString& sentence, const QString& action, const QString& pageId,
                           const QString& goneArgument) {
    goneSentence_ = sentence;
    goneAction_ = action;
    gonePage_ = pageId;
    goneArgument_ = goneArgument;
}

void ResourcePage::showContent() {
    gone_ = false;
    showPart(contentBox_);
}

void ResourcePage::showGone() {
    gone_ = true;
    instead_->setIcon(theme::Icon::Trash);
    instead_->setText(goneSentence_, tr("It was deleted, here or by a script."));
    instead_->setAction(goneAction_);
    header().setStatus(widgets::Status::NotStarted, {});
    showPart(instead_);
}

void ResourcePage::showFailure(const QString& message) {
    // What was read before still tells more than an error in its place.
    if (contentBox_->isVisibleTo(this)) {
        emit flash(widgets::FlashKind::Error, bridge::sentenceText(message));
        return;
    }
    gone_ = false;
    instead_->setIcon(theme::Icon::Error);
    instead_->setText(tr("This could not be read"), bridge::sentenceText(message));
    instead_->setAction(tr("Try again"));
    showPart(instead_);
}

void ResourcePage::showPart(QWidget* part) {
    loadingTimer_.stop();
    for (QWidget* each : {contentBox_, static_cast<QWidget*>(instead_), static_cast<QWidget*>(loading_)})
        each->setVisible(each == part);
    if (part == contentBox_) return;
    for (QPushButton* button : actions_) button->hide();
}

}  // namespace foretaste::pages
