// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/pages/resource_page.h"

namespace foretaste::widgets {
class Card;
class FormField;
class KeyValuePanel;
}  // namespace foretaste::widgets

namespace foretaste::pages {

class EventStream;
class Notice;
class TestEventForm;

/// The event tracker of a group: how to make it, its tracking id, and a form that sends an event.
class EventTrackerPage : public ResourcePage {
    Q_OBJECT

public:
    explicit EventTrackerPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    struct Shown {
        std::optional<service::EventTracker> tracker;
        bool hasDataset = false;  ///< of interactions, which events go into
        service::DatasetStatistics statistics;
    };
    static Shown fetch(service::Service& service, const std::string& groupArn);
    void show(const Shown& shown);
    widgets::Card* makeCreateCard();
    void create();
    void remove();
    void addInteractions();

    service::EventTracker tracker_;
    QPushButton* delete_;
    Notice* notice_;
    widgets::FormField* name_;
    QPushButton* create_;
    widgets::Card* createCard_;
    widgets::Card* factsCard_;
    widgets::KeyValuePanel* facts_;
    TestEventForm* form_;
    EventStream* stream_;
};

}  // namespace foretaste::pages
