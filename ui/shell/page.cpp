// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/theme/tokens.h"

namespace foretaste::shell {

using namespace theme;

Page::Page(const QString& id, QWidget* parent)
    : QWidget(parent), id_(id), header_(new widgets::PageHeader(this)), scroll_(new QScrollArea) {
    setObjectName(id + QStringLiteral("Page"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    header_->setContentsMargins(kSpaceXl, 0, kSpaceXl, kSpaceS);
    layout->addWidget(header_);
    auto* content = new QWidget;
    body_ = new QVBoxLayout(content);
    body_->setContentsMargins(kSpaceXl, 0, kSpaceXl, kSpaceXl);
    body_->setSpacing(kSpaceM);
    scroll_->setWidget(content);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    scroll_->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    layout->addWidget(scroll_, 1);
    connect(header_, &widgets::PageHeader::crumbActivated, this, &Page::navigate);
}

void Page::setTitle(const QString& title) {
    header_->setTitle(title);
    setAccessibleName(title);
    emit titleChanged(title);
}

void Page::endBody() {
    body_->addStretch(1);
}

}  // namespace foretaste::shell
