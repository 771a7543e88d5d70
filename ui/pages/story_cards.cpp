// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/story_cards.h"

#include <QHBoxLayout>
#include <QLabel>

#include "core/base/text.h"
#include "ui/bridge/words.h"
#include "ui/pages/event_timeline.h"
#include "ui/pages/studio_rows.h"
#include "ui/pages/text_link.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::pages {

using bridge::text;
using theme::TextRole;
using theme::Tone;

namespace {

void showFacts(widgets::KeyValuePanel& panel, const Facts& facts) {
    QList<widgets::KeyValuePanel::Row> rows;
    for (const auto& [column, cell] : facts) rows.append({column, cell});
    panel.setRows(rows);
    panel.setVisible(!rows.isEmpty());
}

}  // namespace

UserStoryCard::UserStoryCard(QWidget* parent)
    : Card(tr("User"), {}, parent),
      facts_(new widgets::KeyValuePanel(2)),
      timeline_(new EventTimeline),
      history_(new ItemList(tr("History, the newest first"), ItemList::Density::Compact)),
      only_(new TextLink(tr("Only this user's rows"))) {
    setObjectName(QStringLiteral("userStoryCard"));
    timeline_->setObjectName(QStringLiteral("userTimeline"));
    history_->setObjectName(QStringLiteral("userHistoryList"));
    history_->setEmptyText(tr("This user has no interactions yet."));
    only_->setObjectName(QStringLiteral("onlyUserLink"));
    body()->addWidget(facts_);
    body()->addWidget(timeline_);
    body()->addWidget(history_, 1);
    body()->addWidget(only_);
    connect(only_, &TextLink::activated, this, [this] { emit onlyRequested(id_); });
}

void UserStoryCard::setNarrows(bool narrows) {
    only_->setVisible(narrows);
}

void UserStoryCard::show(const UserStory& story) {
    id_ = story.id;
    setTitle(tr("User %1").arg(story.id));
    const auto events = static_cast<std::int64_t>(story.history.size());
    setSubtitle(story.history.size() < UserStory::kMostEvents
                    ? (events == 1 ? tr("1 event") : tr("%1 events").arg(bridge::countText(events)))
                    : tr("the newest %1 events").arg(bridge::countText(events)));
    showFacts(*facts_, story.facts);
    QList<std::int64_t> times;
    for (const auto& row : story.history) times << row.event.timestamp;
    timeline_->setVisible(!times.isEmpty());
    timeline_->setTimes(std::move(times));
    history_->setRows(eventRows(story.history, story.clock));
}

ItemStoryCard::ItemStoryCard(QWidget* parent)
    : Card({}, {}, parent),
      poster_(new widgets::Poster),
      name_(theme::makeLabel({}, TextRole::Heading, Tone::Text, nullptr, true)),
      categories_(theme::makeLabel({}, TextRole::Small, Tone::Muted, nullptr, true)),
      chosen_(theme::makeLabel({}, TextRole::Small, Tone::Muted, nullptr, true)),
      facts_(new widgets::KeyValuePanel(2)),
      only_(new TextLink(tr("Only this item's rows"))) {
    setObjectName(QStringLiteral("itemStoryCard"));
    name_->setObjectName(QStringLiteral("itemName"));
    chosen_->setObjectName(QStringLiteral("itemChosen"));
    only_->setObjectName(QStringLiteral("onlyItemLink"));
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::kSpaceXxs);
    for (auto* label : {name_, categories_, chosen_}) words->addWidget(label);
    words->addStretch();
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kSpaceM);
    head->addWidget(poster_, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    body()->addLayout(head);
    body()->addWidget(facts_);
    body()->addWidget(only_);
    connect(only_, &TextLink::activated, this, [this] { emit onlyRequested(id_); });
}

void ItemStoryCard::setNarrows(bool narrows) {
    only_->setVisible(narrows);
}

void ItemStoryCard::show(const ItemStory& story) {
    id_ = text(story.card.itemId);
    const auto title = titleOf(story.card);
    setAccessibleName(tr("Item %1").arg(title));
    poster_->setItem(id_, title);
    name_->setText(title);
    QStringList categories;
    for (const auto& category : story.card.categories) categories << text(category);
    if (!story.known) categories << tr("The Items dataset has no record of it");
    categories_->setText(categories.join(QStringLiteral(" · ")));
    categories_->setVisible(!categories.isEmpty());
    const auto count = bridge::countText(story.interactions);
    chosen_->setText(story.interactions == 0 ? tr("never chosen yet")
                     : story.interactions == 1
                         ? tr("chosen once, %1").arg(bridge::dateText(story.first.value_or(0)))
                         : tr("chosen %1 times, %2 to %3")
                               .arg(count, bridge::dateText(story.first.value_or(0)),
                                    bridge::dateText(story.last.value_or(0))));
    Facts facts{{tr("Item id"), id_}};
    for (const auto& [column, cell] : story.card.attributes)
        facts.append({text(column), column == "CREATION_TIMESTAMP" && story.card.created > 0
                                        ? bridge::dateText(story.card.created)
                                        : text(cell)});
    showFacts(*facts_, facts);
}

}  // namespace foretaste::pages
