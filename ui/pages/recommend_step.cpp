// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recommend_step.h"

#include "ui/bridge/words.h"
#include "ui/pages/listings.h"
#include "ui/pages/text_link.h"
#include "ui/theme/theme.h"

namespace foretaste::pages {

using namespace theme;
using bridge::text;

namespace {

QString servingText(const CampaignRow& row) {
    const auto& version = row.campaign.solutionVersionArn;
    const auto serves = RecommendStep::tr("serves version %1 of %2")
                            .arg(bridge::shortId(version), bridge::shortId(solutionArnOf(version)));
    if (!row.latency) return serves;
    if (row.latency->requests == 0) return RecommendStep::tr("%1\nno requests yet").arg(serves);
    const auto requests =
        row.latency->requests == 1
            ? RecommendStep::tr("1 request")
            : RecommendStep::tr("%1 requests").arg(bridge::countText(row.latency->requests));
    return RecommendStep::tr("%1\np99 %2 ms · %3")
        .arg(serves, bridge::numberText(row.latency->p99Ms, 1), requests);
}

}  // namespace

/// One campaign: its name leads to its page, below it what it serves and how fast.
class RecommendStep::Line : public QWidget {
public:
    explicit Line(RecommendStep& step)
        : QWidget(&step),
          name_(new TextLink({}, this)),
          state_(new widgets::StatusBadge(this)),
          facts_(makeLabel({}, TextRole::Small, Tone::Muted, this, true)) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, kSpaceXs, 0, kSpaceS);
        layout->setSpacing(kSpaceXxs);
        auto* head = new QHBoxLayout;
        head->addWidget(name_);
        head->addStretch();
        head->addWidget(state_);
        layout->addLayout(head);
        layout->addWidget(facts_);
        name_->setObjectName(QStringLiteral("campaignLink"));
        facts_->setObjectName(QStringLiteral("campaignFacts"));
        QObject::connect(name_, &TextLink::activated, &step,
                         [this, &step] { emit step.campaignOpened(arn_); });
    }
    void show(const CampaignRow& row) {
        arn_ = text(row.campaign.arn());
        name_->setWords(text(row.campaign.name));
        const auto state = stateOf(row.campaign);
        state_->set(state.look, state.word);
        state_->setVisible(state.look != widgets::Status::Success);
        facts_->setText(servingText(row));
        facts_->setToolTip(RecommendStep::tr(
            "Requests since the campaign was deployed or the program was started"));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), colors().line);
    }

private:
    QString arn_;
    TextLink* name_;
    widgets::StatusBadge* state_;
    QLabel* facts_;
};

RecommendStep::RecommendStep(QWidget* parent)
    : StepCard(3, tr("Recommend"), parent),
      intro_(makeLabel(tr("Deploy a version as a campaign. It answers at once, follows what people "
                          "do, and shows new items now and then to learn who likes them."),
                       TextRole::Body, Tone::Text, this, true)),
      all_(new TextLink),
      create_(new QPushButton(tr("Create campaign"))) {
    setObjectName(QStringLiteral("recommendStep"));
    create_->setObjectName(QStringLiteral("createCampaignButton"));
    all_->setObjectName(QStringLiteral("allCampaignsLink"));
    body()->addWidget(intro_);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    for (int i = 0; i < kMostLines; ++i) {
        lines_ << new Line(*this);
        lines->addWidget(lines_.last());
    }
    body()->addLayout(lines);
    body()->addWidget(all_);
    body()->addStretch();
    body()->addWidget(create_, 0, Qt::AlignLeft);
    connect(all_, &TextLink::activated, this, &RecommendStep::allOpened);
    connect(create_, &QPushButton::clicked, this, &RecommendStep::createRequested);
}

void RecommendStep::show(const OverviewFacts& facts) {
    const auto& campaigns = facts.campaigns;
    const int count = static_cast<int>(campaigns.size());
    intro_->setVisible(count == 0);
    for (int i = 0; i < kMostLines; ++i) {
        lines_[i]->setVisible(i < count);
        if (i < count) lines_[i]->show(campaigns[static_cast<std::size_t>(i)]);
    }
    all_->setVisible(count > kMostLines);
    all_->setWords(tr("All %1 campaigns").arg(count));
    create_->setEnabled(facts.trained.has_value());
    create_->setToolTip(facts.trained ? QString() : tr("Train a version first"));
    const bool answers = std::any_of(campaigns.begin(), campaigns.end(), [](const auto& row) {
        return row.campaign.status == service::Status::Active;
    });
    setState(widgets::Status::Success, answers ? tr("answering") : QString());
}

}  // namespace foretaste::pages
