// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulator/simulator_page.h"

#include <QPushButton>
#include <QStackedWidget>
#include <mutex>

#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_card.h"
#include "ui/pages/pages.h"
#include "ui/pages/simulator/simulator_controls.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/metric_tile.h"
#include "ui/widgets/progress_line.h"

namespace foretaste::pages {

using theme::Tone;
using widgets::FlashKind;
using widgets::MetricTile;

namespace {

constexpr int kTickMs = 50;
constexpr int kControlsWidth = 232;

}  // namespace

/// Written by the thread that plays, read by the page.
struct SimulatorPage::Game {
    base::StopToken stop;
    std::int64_t days = 0;
    std::mutex mutex;
    std::vector<std::vector<service::SimulatedDay>> played;
    base::Progress training;  ///< of the world's model, before the first day
    bool over = false;
};

SimulatorPage::SimulatorPage(bridge::Console& console, QWidget* parent)
    : Page(kSimulator, parent),
      console_(console),
      controls_(new SimulatorControls),
      toggle_(header().setPrimary(tr("Play"), QStringLiteral("playButton"))),
      parts_(new QStackedWidget),
      intro_(new widgets::EmptyState(theme::Icon::Compass, tr("Watch exploration learn"),
                                     tr("Simulated people with tastes of their own visit day after "
                                        "day, and new items keep coming. "
                                        "Each policy meets the same people. Greedy never tries "
                                        "anything new; the others give up a "
                                        "few clicks to find out what new items are worth."))),
      figures_(nullptr),
      words_(theme::makeLabel({}, theme::TextRole::Body, Tone::Text, nullptr, true)),
      progress_(new widgets::ProgressLine),
      lead_(new MetricTile(tr("Clicks ahead of greedy"))),
      found_(new MetricTile(tr("New items found out about"))),
      clicksOnNew_(new MetricTile(tr("Clicks on new items"))),
      leads_(new charts::LineChart(tr("Clicks ahead of greedy"))),
      regrets_(new charts::LineChart(tr("Regret"))),
      discoveries_(new charts::LineChart(tr("New items found out about"))),
      places_(new charts::AreaChart(tr("Who gets the places"))) {
    setTitle(tr("Simulator"));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kSpaceM);
    controls_->setFixedWidth(kControlsWidth);
    row->addWidget(controls_, 0, Qt::AlignTop);
    row->addWidget(parts_, 1);
    body()->addLayout(row, 1);
    figures_ = makeFigures();
    parts_->addWidget(intro_);
    parts_->addWidget(figures_);
    intro_->setAction(tr("Play"));
    connect(intro_, &widgets::EmptyState::actionTriggered, this, &SimulatorPage::play);
    connect(toggle_, &QPushButton::clicked, this, &SimulatorPage::toggle);
    timer_.setInterval(kTickMs);
    connect(&timer_, &QTimer::timeout, this, &SimulatorPage::tick);
}

SimulatorPage::~SimulatorPage() {
    if (game_) game_->stop.requestStop();
}

QWidget* SimulatorPage::makeFigures() {
    auto* figures = new QWidget;
    auto* layout = new QVBoxLayout(figures);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceM);
    layout->addWidget(progress_);
    words_->setObjectName(QStringLiteral("simulatorWords"));
    layout->addWidget(words_);
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(theme::kSpaceM);
    lead_->setObjectName(QStringLiteral("leadTile"));
    found_->setObjectName(QStringLiteral("foundTile"));
    clicksOnNew_->setObjectName(QStringLiteral("clicksOnNewTile"));
    found_->setDefinition(tr("New items that have been shown at least %1 times: enough to tell "
                             "what they are worth.")
                              .arg(experiments::kDiscovered));
    for (auto* tile : {lead_, found_, clicksOnNew_}) tiles->addWidget(tile, 1);
    layout->addLayout(tiles);

    constexpr int kTall = 220, kLow = 180;
    const auto lines = [&](charts::LineChart* chart, const char* name, const QString& title,
                           int height) {
        chart->setObjectName(QLatin1String(name));
        chart->setXAxis(tr("day"), true);
        chart->setYAxis(title);
        chart->setPlotHeight(height);
    };
    lines(leads_, "leadChart", tr("clicks"), kTall);
    lines(regrets_, "regretChart", tr("clicks"), kLow);
    lines(discoveries_, "discoveryChart", tr("items"), kLow);
    places_->setObjectName(QStringLiteral("placesChart"));
    places_->setPlotHeight(kTall);
    const auto card = [](const QString& title, const QString& subtitle, charts::Chart* chart,
                         const QString& protocol) {
        auto* made = new charts::ChartCard(title, subtitle, chart);
        made->setProtocol(protocol);
        return made;
    };
    auto* upper = new QHBoxLayout;
    upper->setSpacing(theme::kSpaceM);
    upper->addWidget(card(tr("Clicks ahead of greedy"), {}, leads_,
                          tr("Equal people, visits and new items for every policy; clicks of one "
                             "run, which differ from seed to seed.")),
                     3);
    upper->addWidget(card(tr("Who gets the places"), tr("Thompson sampling"), places_,
                          tr("Places of the lists of each day.")),
                     2);
    layout->addLayout(upper);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(theme::kSpaceM);
    lower->addWidget(
        card(tr("New items found out about"), {}, discoveries_,
             tr("New items with at least %1 impressions.").arg(experiments::kDiscovered)),
        1);
    lower->addWidget(card(tr("Regret"), tr("since the first day"), regrets_,
                          tr("Clicks that perfect lists would have had more, at every fourth "
                             "visit, times four.")),
                     1);
    layout->addLayout(lower);
    layout->addStretch(1);
    return figures;
}

void SimulatorPage::toggle() {
    if (!playing_) {
        play();
        return;
    }
    game_->stop.requestStop();
    end();
}

void SimulatorPage::play() {
    const auto request = controls_->request();
    auto game = std::make_shared<Game>();
    game->days = request.days;
    game_ = game;
    playing_ = true;
    shownDay_ = 0;
    due_ = 0;
    controls_->setPlaying(true);
    toggle_->setText(tr("Stop"));
    words_->clear();
    progress_->reset();
    progress_->set(0, tr("Waiting for its turn"));
    parts_->setCurrentWidget(figures_);
    for (auto* chart : {leads_, regrets_, discoveries_}) chart->setLines({});
    places_->setShares(tr("day"), {}, {});
    for (auto* tile : {lead_, found_, clicksOnNew_}) {
        tile->setValue(QStringLiteral("–"));
        tile->setDelta({});
    }
    sinceTick_.start();
    timer_.start();
    // Its thread is one of those for long work, so that lists and pages are answered meanwhile.
    console_.call(
        this,
        [game, request](service::Service& service) {
            const base::JobContext job(game->stop, [game](const base::Progress& progress) {
                std::lock_guard lock(game->mutex);
                game->training = progress;
            });
            service.simulate(request, job, [&](const std::vector<service::SimulatedDay>& day) {
                std::lock_guard lock(game->mutex);
                game->played.push_back(day);
            });
        },
        [game] {
            std::lock_guard lock(game->mutex);
            game->over = true;
        },
        [this, game](const bridge::CallError& error) {
            if (game != game_ || game->stop.stopRequested()) return;
            emit flash(FlashKind::Error, bridge::sentenceText(error.message));
            end();
        },
        service::Executor::Pool::Io);
}

void SimulatorPage::end() {
    timer_.stop();
    playing_ = false;
    controls_->setPlaying(false);
    toggle_->setText(shownDay_ > 0 ? tr("Play again") : tr("Play"));
    if (shownDay_ == 0)
        parts_->setCurrentWidget(intro_);
    else if (shownDay_ == game_->days)
        progress_->finish(tr("%1 days played").arg(shownDay_));
    else
        progress_->set(static_cast<double>(shownDay_) / static_cast<double>(game_->days),
                       tr("Stopped after day %1").arg(shownDay_));
    emit finished();
}

void SimulatorPage::tick() {
    const double speed = controls_->speed();
    const double passed = static_cast<double>(sinceTick_.restart()) / 1000;
    std::vector<std::vector<service::SimulatedDay>> days;
    base::Progress training;
    std::size_t ready = 0;
    {
        std::lock_guard lock(game_->mutex);
        ready = game_->played.size();
        training = game_->training;
        // A wait for the engine is not made up for afterwards.
        due_ = speed > 0 ? std::min(due_ + passed * speed, static_cast<double>(ready))
                         : static_cast<double>(ready);
        const auto upTo = static_cast<std::ptrdiff_t>(due_);
        if (upTo > shownDay_) days.assign(game_->played.begin(), game_->played.begin() + upTo);
    }
    if (ready == 0) {
        progress_->set(std::max(0.0, training.fraction),
                       training.phase.empty()
                           ? tr("Making the world")
                           : tr("Training on the past: %1").arg(bridge::text(training.phase)));
        return;
    }
    if (days.empty()) return;
    if (shownDay_ == 0) progress_->reset();
    shownDay_ = static_cast<int>(days.size());
    show(SimulatorStory(std::move(days)));
    if (shownDay_ == game_->days) end();
}

void SimulatorPage::show(const SimulatorStory& story) {
    const int day = story.day();
    progress_->set(static_cast<double>(day) / static_cast<double>(game_->days),
                   tr("Day %1 of %2").arg(day).arg(game_->days));
    words_->setText(story.words());
    const auto& greedy = story.now("greedy");
    const auto& thompson = story.now("thompson");
    const auto lead = story.lead();
    const double share =
        static_cast<double>(lead) / static_cast<double>(std::max<std::int64_t>(1, greedy.clicks));
    lead_->setValue(lead > 0 ? QStringLiteral("+") + bridge::countText(lead)
                             : bridge::countText(lead));
    lead_->setDelta(tr("%1 of greedy's clicks").arg(bridge::percentText(share, 1)),
                    lead > 0   ? Tone::Ok
                    : lead < 0 ? Tone::Bad
                               : Tone::Muted);
    found_->setValue(
        tr("%1 of %2")
            .arg(bridge::countText(thompson.discoverable), bridge::countText(thompson.newItems)));
    found_->setDelta(tr("greedy: %1").arg(bridge::countText(greedy.discoverable)),
                     thompson.discoverable > greedy.discoverable ? Tone::Ok : Tone::Muted);
    clicksOnNew_->setValue(bridge::countText(thompson.clicksOnNew));
    clicksOnNew_->setDelta(tr("greedy: %1").arg(bridge::countText(greedy.clicksOnNew)),
                           thompson.clicksOnNew > greedy.clicksOnNew ? Tone::Ok : Tone::Muted);
    leads_->setLines(story.leads());
    regrets_->setLines(story.regrets());
    discoveries_->setLines(story.discoveries());
    QStringList days;
    for (int i = 1; i <= day; ++i) days << QString::number(i);
    places_->setShares(tr("day"), days, story.places());
}

}  // namespace foretaste::pages
