// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <optional>

#include "core/service/service.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace foretaste::bridge {
class Console;
}
namespace foretaste::widgets {
class ProtocolLine;
}

namespace foretaste::pages {

/// What is to be explained: an item of a list that is shown.
struct WhyQuestion {
    service::ExplanationRequest request;
    std::string groupArn;
    QString title;
    bool exploring = false;  ///< it is in the list by exploration
};

/// Why an item is in a list, from the model itself: what happens to its chance without single items
/// of the history, what its metadata add, how well it is known, what exploration did.
class WhyCard : public widgets::Card {
    Q_OBJECT
public:
    explicit WhyCard(bridge::Console& console, QWidget* parent = nullptr);

    /// Explains it a moment later: while lists follow a slider only the last one is explained.
    void explain(const WhyQuestion& question);
    void clear();

signals:
    /// The answer to the newest question is shown.
    void explained();

private:
    struct Answer {
        service::RecommendationExplanation why;
        std::vector<service::ItemCard> cards;  ///< of the history's items
    };
    void ask();
    void show(const Answer& answer);
    void showPlace(const service::RecommendationExplanation& why);
    void showHistory(const Answer& answer);
    void showMetadata(const service::RecommendationExplanation& why);
    void addHeading(const QString& text);
    void addSentence(const QString& text);
    /// A reason, how much likelier it makes the item, and a remark below.
    void addReason(const QString& reason, double effect, const QString& remark);
    void addPart(QWidget* part);

    bridge::Console& console_;
    std::optional<WhyQuestion> question_;
    int asked_ = 0;
    QWidget* parts_;
    QVBoxLayout* partsLayout_;
    widgets::ProtocolLine* protocol_;
    QTimer settle_;
};

/// How much likelier a factor e^effect makes something: "+51 %", "−22 %", "×12".
QString effectText(double effect);

}  // namespace foretaste::pages
