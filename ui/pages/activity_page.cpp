// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activity_page.h"

#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::pages {

using models::ActivityModel;
using service::ResourceKind;

namespace {

constexpr std::size_t kMostLines = 1000;
/// A line is written just after the change that it tells of, so the change cannot be waited for.
constexpr int kAgainMs = 1000;

}  // namespace

ActivityPage::ActivityPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kActivity, console, parent),
      lines_(new ActivityModel(this)),
      table_(new SortedTable(tr("Activity"), *lines_)),
      filter_(new widgets::SearchField(tr("Filter activity"))),
      card_(new widgets::Card),
      empty_(new widgets::EmptyState(
          theme::Icon::List, tr("Nothing has happened yet"),
          tr("Imports, trainings, deployments and deletions are listed here, whoever asked for "
             "them: this window, the command line or a script."))) {
    setTitle(tr("Activity"));
    header().setBreadcrumb({{tr("Workspace"), {}, {}}});
    filter_->setObjectName(QStringLiteral("activityFilter"));
    filter_->setMaximumWidth(theme::kFieldWidth);
    table_->setObjectName(QStringLiteral("activityTable"));
    table_->setStatusColumn(ActivityModel::Result);
    table_->setStretchColumn(ActivityModel::What);
    table_->setEmptyText(tr("No line contains this text."));
    card_->body()->addWidget(filter_);
    card_->body()->addWidget(table_, 1);
    content()->addWidget(card_, 1);
    content()->addWidget(empty_, 1);
    connect(filter_, &QLineEdit::textChanged, table_, &SortedTable::setFilter);
    connect(filter_, &widgets::SearchField::downPressed, table_, [this] { table_->setFocus(); });
    connect(table_, &SortedTable::keyOpened, this, &ActivityPage::openLine);
    connect(&again_, &QTimer::timeout, this, &ActivityPage::fetchAgain);
}

void ActivityPage::open() {
    follow(
        {}, [](service::Service& service) { return service.activity(kMostLines); },
        [this](std::vector<service::Activity> lines) { show(std::move(lines)); });
}

void ActivityPage::showEvent(QShowEvent* event) {
    ResourcePage::showEvent(event);
    again_.start(kAgainMs);
}

void ActivityPage::hideEvent(QHideEvent* event) {
    again_.stop();
    ResourcePage::hideEvent(event);
}

void ActivityPage::show(std::vector<service::Activity> lines) {
    const bool any = !lines.empty();
    lines_->setRows(std::move(lines));
    card_->setVisible(any);
    empty_->setVisible(!any);
}

void ActivityPage::openLine(const QString& key) {
    const auto* line = lines_->at(lines_->rowOf(key));
    if (!line) return;
    const auto list = line->kind == ResourceKind::EventTracker ? kEventTracker
                      : line->kind == ResourceKind::Filter     ? kFilters
                                                               : QString();
    if (!list.isEmpty()) {
        act([arn = line->arn](service::Service& service) { return service.datasetGroupOf(arn); },
            [this, list](const std::string& group) { emit navigate(list, bridge::text(group)); });
    } else if (const auto page = pageOf(line->kind); !page.isEmpty()) {
        emit navigate(page, bridge::text(line->arn));
    }
}

}  // namespace foretaste::pages
