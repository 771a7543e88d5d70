// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/studio/why_card.h"

#include <cmath>

#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::pages {

using bridge::countText;
using bridge::text;
using namespace theme;

namespace {

constexpr std::size_t kMostReasons = 3;

/// What rounds to nothing is no reason.
bool matters(double effect) {
    constexpr double kLeast = 0.01;
    return std::abs(effect) >= kLeast;
}

QString titleAmong(const std::vector<service::ItemCard>& cards, const std::string& itemId) {
    for (const auto& card : cards)
        if (card.itemId == itemId && !card.title.empty()) return text(card.title);
    return text(itemId);
}

}  // namespace

QString effectText(double effect) {
    const double factor = std::exp(effect);
    constexpr double kManifold = 3;
    if (factor >= kManifold)
        return QStringLiteral("×%1").arg(bridge::numberText(factor, factor < 10 ? 1 : 0));
    const auto change = bridge::percentText(std::abs(factor - 1));
    return (factor < 1 ? QStringLiteral("−%1") : QStringLiteral("+%1")).arg(change);
}

WhyCard::WhyCard(bridge::Console& console, QWidget* parent)
    : Card(tr("Why"), {}, parent),
      console_(console),
      parts_(new QWidget),
      partsLayout_(new QVBoxLayout(parts_)),
      protocol_(new widgets::ProtocolLine) {
    setObjectName(QStringLiteral("whyCard"));
    partsLayout_->setContentsMargins(0, 0, 0, 0);
    partsLayout_->setSpacing(kSpaceXs);
    body()->addWidget(parts_);
    body()->addWidget(protocol_);
    constexpr int kSettleMs = 120;
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMs);
    connect(&settle_, &QTimer::timeout, this, &WhyCard::ask);
    clear();
}

void WhyCard::clear() {
    settle_.stop();
    ++asked_;
    question_.reset();
    hide();
}

void WhyCard::explain(const WhyQuestion& question) {
    question_ = question;
    ++asked_;
    settle_.start();
}

void WhyCard::ask() {
    console_.call(
        this,
        [request = question_->request, group = question_->groupArn](service::Service& service) {
            Answer answer{service.explainRecommendation(request), {}};
            std::vector<std::string> ids;
            for (const auto& reason : answer.why.history) ids.push_back(reason.itemId);
            answer.cards = service.itemCards(group, ids);
            return answer;
        },
        [this, asked = asked_](const Answer& answer) {
            if (asked == asked_) show(answer);
        },
        [this, asked = asked_](const bridge::CallError& error) {
            if (asked != asked_) return;
            setTitle(tr("Why “%1”").arg(question_->title));
            qDeleteAll(parts_->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
            addSentence(bridge::sentenceText(error.message));
            protocol_->hide();
            Card::show();
        });
}

void WhyCard::show(const Answer& answer) {
    const auto& why = answer.why;
    setTitle(tr("Why “%1”").arg(question_->title));
    qDeleteAll(parts_->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    showPlace(why);
    showHistory(answer);
    showMetadata(why);
    addHeading(tr("How well it is known"));
    addSentence(why.interactions == 0
                    ? tr("No event trained it: its metadata alone speak for it.")
                    : tr("Events that trained it: %1, place %2 by popularity.")
                          .arg(countText(why.interactions), countText(why.popularityPlace)));
    if (matters(why.feedback)) addReason(tr("Clicks since the training"), why.feedback, {});
    protocol_->setText(
        why.historyItems > 0
            ? tr("Percent: how much likelier it is with than without. The model ran again without "
                 "each item of the newest history; metadata count against their column's average.")
            : tr("Percent: how much likelier it is than with an average value of the column."));
    protocol_->setVisible(why.historyItems > 0 || !why.metadata.empty());
    Card::show();
    emit explained();
}

void WhyCard::showPlace(const service::RecommendationExplanation& why) {
    const auto own = tr("place %1 of %2").arg(countText(why.place), countText(why.items));
    addSentence(question_->exploring
                    ? tr("Exploration brought it here. By itself it has %1.").arg(own)
                    : tr("By the model alone it has %1.").arg(own));
}

void WhyCard::showHistory(const Answer& answer) {
    const auto& why = answer.why;
    if (why.historyItems == 0) return;
    addHeading(question_->request.relatedTo.empty() ? tr("Because of the history")
                                                    : tr("Because of the item asked for"));
    std::size_t told = 0;
    for (const auto& reason : why.history) {
        if (told == kMostReasons || !matters(reason.effect)) break;
        QStringList remarks{tr("place %1 without it").arg(countText(reason.placeWithout))};
        if (!reason.inCommon.empty()) {
            QStringList common;
            for (const auto& category : reason.inCommon) common << text(category);
            remarks << tr("both %1").arg(common.join(QStringLiteral(", ")));
        }
        if (reason.likeness != 0)
            remarks << tr("%1 alike").arg(bridge::percentText(std::max(0.0, reason.likeness)));
        addReason(titleAmong(answer.cards, reason.itemId), reason.effect,
                  remarks.join(QStringLiteral(" · ")));
        ++told;
    }
    if (told == 0) addSentence(tr("No single item of it changes its chance by 1 % or more."));
}

void WhyCard::showMetadata(const service::RecommendationExplanation& why) {
    std::size_t told = 0;
    for (const auto& reason : why.metadata) {
        if (told == kMostReasons || !matters(reason.effect)) break;
        if (told++ == 0) addHeading(tr("Because of what it is"));
        addReason(tr("%1: %2").arg(text(reason.column), text(reason.value)), reason.effect, {});
    }
}

void WhyCard::addHeading(const QString& text) {
    auto* label = makeLabel(text, TextRole::Small, Tone::Muted);
    label->setContentsMargins(0, kSpaceS, 0, 0);
    addPart(label);
}

void WhyCard::addSentence(const QString& text) {
    addPart(makeLabel(text, TextRole::Small, Tone::Text, nullptr, true));
}

void WhyCard::addReason(const QString& reason, double effect, const QString& remark) {
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpaceS);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    auto* what = makeLabel(reason, TextRole::Table, Tone::Text, nullptr, true);
    auto* figure =
        makeLabel(effectText(effect), TextRole::Table, effect < 0 ? Tone::Muted : Tone::Ok);
    grid->addWidget(what, 0, 0);
    grid->addWidget(figure, 0, 1, Qt::AlignRight | Qt::AlignTop);
    if (!remark.isEmpty())
        grid->addWidget(makeLabel(remark, TextRole::Small, Tone::Muted, nullptr, true), 1, 0, 1, 2);
    addPart(part);
}

void WhyCard::addPart(QWidget* part) {
    partsLayout_->addWidget(part);
}

}  // namespace foretaste::pages
