// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/row_stories.h"
#include "ui/widgets/card.h"

class QLabel;

namespace foretaste::widgets {
class KeyValuePanel;
class Poster;
}  // namespace foretaste::widgets

namespace foretaste::pages {

class EventTimeline;
class ItemList;
class TextLink;

/// A user: what is known of them, and their history as a timeline.
class UserStoryCard : public widgets::Card {
    Q_OBJECT

public:
    explicit UserStoryCard(QWidget* parent = nullptr);
    void show(const UserStory& story);
    /// Whether the rows that are looked through can be narrowed to this user.
    void setNarrows(bool narrows);

signals:
    void onlyRequested(const QString& userId);

private:
    QString id_;
    widgets::KeyValuePanel* facts_;
    EventTimeline* timeline_;
    ItemList* history_;
    TextLink* only_;
};

/// An item: title, categories, every column, and how often it was chosen.
class ItemStoryCard : public widgets::Card {
    Q_OBJECT

public:
    explicit ItemStoryCard(QWidget* parent = nullptr);
    void show(const ItemStory& story);
    void setNarrows(bool narrows);

signals:
    void onlyRequested(const QString& itemId);

private:
    QString id_;
    widgets::Poster* poster_;
    QLabel* name_;
    QLabel* categories_;
    QLabel* chosen_;
    widgets::KeyValuePanel* facts_;
    TextLink* only_;
};

}  // namespace foretaste::pages
