// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTest>

#include "tests/ui/screenshot.h"
#include "ui/charts/area_chart.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/histogram_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flash_bar.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/widgets/metric_tile.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/side_navigation.h"
#include "ui/widgets/small_parts.h"

using namespace foretaste;
using namespace foretaste::charts;
using namespace foretaste::theme;
using namespace foretaste::widgets;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

QStandardItemModel* versions(QObject* parent) {
    auto* model = new QStandardItemModel(0, 7, parent);
    model->setHorizontalHeaderLabels({s("Version"), s("Mode"), s("Status"), s("Trained"),
                                      s("Events"), s("Seconds"), s("NDCG at 10")});
    const auto row = [&](const QStringList& cells, bool bold) {
        QList<QStandardItem*> items;
        for (int i = 0; i < cells.size(); ++i) {
            auto* item = new QStandardItem(cells[i]);
            if (i >= 3) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (bold && i == 0) {
                QFont face;
                face.setWeight(QFont::DemiBold);
                item->setFont(face);
            }
            items << item;
        }
        model->appendRow(items);
    };
    row({s("7c1e90ab"), s("Full"), s("ACTIVE"), s("today 14:02"), s("118,420"), s("38"),
         s("0.241")},
        true);
    row({s("22d07f31"), s("Update"), s("CREATE IN_PROGRESS"), s("today 09:30"), s("112,054"),
         s("1.4"), s("0.236")},
        false);
    row({s("91b3cc05"), s("Full"), s("CREATE FAILED"), s("18 Nov"), s("109,310"), s("43"), s("–")},
        false);
    row({s("0aa31e77"), s("Full"), s("CREATE STOPPED"), s("17 Nov"), s("109,111"), s("41"),
         s("0.211")},
        false);
    for (int i = 3; i < 7; ++i) {
        model->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    return model;
}

// A list row of the studio: poster, title, tag, reason and relevance.
QWidget* film(const char* id, const char* title, const char* genre, const char* why, double share,
              bool exploring) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(10);
    auto* poster = new Poster;
    poster->setItem(s(id), s(title));
    layout->addWidget(poster);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(makeLabel(s(title), TextRole::Strong));
    head->addWidget(new TagChip(s(genre)));
    if (exploring) head->addWidget(new TagChip(s("exploring"), Tone::Warn));
    head->addStretch(1);
    words->addLayout(head);
    words->addWidget(makeLabel(s(why), TextRole::Small, Tone::Muted));
    auto* bar = new ShareBar;
    bar->setShare(share);
    words->addWidget(bar);
    layout->addLayout(words, 1);
    layout->addWidget(
        makeLabel(QString::number(std::lround(share * 100)), TextRole::Small, Tone::Muted));
    return row;
}

// The page of a solution version, and beside it every other control, with made-up figures.
class Gallery : public QWidget {
public:
    Gallery() {
        auto* outer = new QHBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->setSpacing(0);
        outer->addWidget(navigation());
        auto* page = new QVBoxLayout;
        page->setContentsMargins(kSpaceXl, kSpaceL, kSpaceXl, kSpaceL);
        page->setSpacing(kSpaceM);
        page->addWidget(header());
        page->addWidget(flashes());
        page->addLayout(tiles());
        page->addLayout(chartRow());
        auto* second = new QHBoxLayout;
        second->setSpacing(kSpaceM);
        second->addWidget(areaCard(), 1);
        second->addWidget(histogramCard(), 1);
        page->addLayout(second);
        page->addWidget(table());
        auto* third = new QHBoxLayout;
        third->setSpacing(kSpaceM);
        third->addWidget(form(), 1);
        third->addWidget(controls(), 1);
        page->addLayout(third);
        auto* fourth = new QHBoxLayout;
        fourth->setSpacing(kSpaceM);
        fourth->addWidget(films(), 1);
        fourth->addWidget(states(), 1);
        page->addLayout(fourth);
        page->addStretch(1);
        outer->addLayout(page, 1);
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), colors().bg); }

private:
    QWidget* navigation() {
        auto* nav = new SideNavigation;
        nav->addItem(s("groups"), s("Dataset groups"));
        nav->setCount(s("groups"), 2);
        nav->addSection(s("group"), s("film-club"));
        nav->addItem(s("overview"), s("Overview"));
        nav->addItem(s("datasets"), s("Datasets"));
        nav->setCount(s("datasets"), 3);
        nav->addItem(s("trackers"), s("Event tracker"));
        nav->addSection(s("recommend"), s("Recommend"));
        nav->addItem(s("solutions"), s("Solutions"));
        nav->setCount(s("solutions"), 3);
        nav->addItem(s("campaigns"), s("Campaigns"));
        nav->addItem(s("studio"), s("Studio"));
        nav->setItemEnabled(s("studio"), false);
        nav->setCurrent(s("solutions"));
        return nav;
    }
    QWidget* header() {
        auto* header = new PageHeader;
        header->setBreadcrumb({{s("film-club"), s("overview"), {}},
                               {s("Solutions"), s("solutions"), {}},
                               {s("Version 7c1e90ab"), {}, {}}});
        header->setTitle(s("Version 7c1e90ab"));
        header->setPill(s("user-personalization"));
        header->setServiceStatus(s("ACTIVE"));
        header->addAction(s("Compare"), s("compareButton"));
        header->addAction(s("Report…"), s("reportButton"));
        header->setPrimary(s("Deploy to a campaign"), s("deployButton"));
        return header;
    }
    QWidget* flashes() {
        auto* bar = new FlashBar;
        bar->show(FlashKind::Error, s("Row 17 of items.csv has no ITEM_ID. Nothing was imported."),
                  {s("Show the report"), [] {}});
        bar->show(FlashKind::Success, s("Version 7c1e90ab is active."), {s("Deploy"), [] {}});
        bar->show(FlashKind::Info, s("9 of 25 places changed in 3 ms."), {s("Undo"), [] {}});
        return bar;
    }
    QLayout* tiles() {
        auto* row = new QHBoxLayout;
        row->setSpacing(kSpaceM);
        const auto tile = [&](const char* label, const char* value, const char* delta, Tone tone) {
            auto* made = new MetricTile(s(label));
            made->setValue(s(value));
            made->setDelta(s(delta), tone);
            row->addWidget(made, 1);
        };
        tile("NDCG at 10", "0.241", "2.4× popularity · ± 0.009", Tone::Ok);
        tile("Mean reciprocal rank at 25", "0.263", "2.2× popularity", Tone::Ok);
        tile("Coverage of the catalogue", "61 %", "popularity: 3 %", Tone::Muted);
        tile("Training", "38 s", "12 % slower than the last", Tone::Bad);
        return row;
    }
    QLayout* chartRow() {
        auto* row = new QHBoxLayout;
        row->setSpacing(kSpaceM);
        auto* bars = new BarChart(s("Leaderboard"));
        bars->setValueAxis(s("NDCG at 10"));
        bars->setBars({{s("user-personalization"), 0.241, 0.232, 0.251, 0},
                       {s("user-personalization v2"), 0.246, 0.237, 0.256, 4},
                       {s("similar items"), 0.158, 0.15, 0.167, 3},
                       {s("item → next item"), 0.126, 0.118, 0.134, 2},
                       {s("popularity (baseline)"), 0.1, 0.094, 0.106, 0, true}});
        auto* leader = new ChartCard(
            s("Leaderboard"), s("same split for every recipe; bars are 95 % intervals"), bars);
        leader->setProtocol(
            s("Protocol: 10 % of users held out, newest 10 % of each as targets · equal "
              "times keep file order · seen items not removed · 214 users · seed 42"));
        auto* lines = new LineChart(s("Training curve"));
        lines->setXAxis(s("epoch"), true);
        QList<QPointF> ndcg, loss;
        for (int epoch = 1; epoch <= 17; ++epoch) {
            ndcg << QPointF(epoch, 0.245 * (1 - std::exp(-epoch / 4.0)));
            loss << QPointF(epoch, 0.03 + 0.2 * std::exp(-epoch / 4.0));
        }
        lines->setLines({{s("validation NDCG at 10"), ndcg, {}, {}}, {s("loss"), loss, {}, {}}});
        lines->setMark(ndcg[13], s("0.241"));
        auto* curve = new ChartCard(s("Training curve"), s("epoch 14 kept, stopped at 17"), lines);
        curve->setProtocol(
            s("Chosen for 118,420 events: recurrent encoder, 128 wide, history 200 · "
              "<a href=\"clone\">change it</a>"));
        row->addWidget(leader, 3);
        row->addWidget(curve, 2);
        return row;
    }
    QWidget* areaCard() {
        auto* area = new AreaChart(s("Who sees new films"));
        area->setShares(s("day"),
                        {s("Mon"), s("Tue"), s("Wed"), s("Thu"), s("Fri"), s("Sat"), s("Sun")},
                        {{s("new, under 7 days"), {14, 19, 28, 33, 38, 41, 43}},
                         {s("7 to 30 days"), {29, 27, 26, 25, 26, 27, 27}},
                         {s("older"), {57, 54, 46, 42, 36, 32, 30}}});
        return new ChartCard(s("Who sees new films"), s("share of impressions by age"), area);
    }
    QWidget* histogramCard() {
        auto* histogram = new HistogramChart(s("Latency"));
        histogram->setAxis(s("ms"), s("requests"), true);
        QList<double> values;
        quint32 state = 1;
        for (int i = 0; i < 600; ++i) {
            double sum = 0;
            for (int k = 0; k < 6; ++k) {
                state = state * 1664525u + 1013904223u;
                sum += (state >> 8) / 16777216.0;
            }
            values << 0.21 * std::exp((sum - 3) * 0.55);
        }
        histogram->setValues(values);
        auto* card = new ChartCard(s("Latency"), s("600 requests, one at a time"), histogram);
        card->setProtocol(s("Measured inside the program · 1,931 items · exact scoring"));
        return card;
    }
    QWidget* table() {
        auto* card = new Card(s("Versions"), s("(4)"));
        auto* search = new SearchField(s("Find a version"));
        search->setFixedWidth(220);
        card->addHeadWidget(search);
        auto* table = new DataTable(s("Versions"));
        table->setStatusColumn(2);
        table->setStretchColumn(0);
        table->setModel(versions(table));
        table->setFitRows(8);
        table->selectRow(1);
        card->body()->addWidget(table);
        return card;
    }
    QWidget* form() {
        auto* card = new Card(s("Dataset group details"));
        auto* name = new QLineEdit(s("film club"));
        auto* field = new FormField(s("name"), s("&Name"), name, s("Letters, digits, - and _."));
        field->setError(s("“film club” has a space at place 5. Use film-club."));
        card->body()->addWidget(field);
        auto* domain = new QComboBox;
        domain->addItems({s("Custom"), s("E-commerce"), s("Video on demand")});
        card->body()->addWidget(new FormField(s("domain"), s("&Domain"), domain));
        auto* weight = new QDoubleSpinBox;
        weight->setValue(0.3);
        auto* warned = new FormField(s("weight"), s("Exploration &weight"), weight);
        warned->setWarning(s("The service would want 1,000 rows; there are 812."));
        card->body()->addWidget(warned);
        auto* zone = new DropZone({s("csv"), s("csv.gz")});
        card->body()->addWidget(new FormField(s("file"), s("Data &location"), zone));
        return card;
    }
    QWidget* controls() {
        auto* card = new Card(s("Controls"));
        auto* buttons = new QHBoxLayout;
        const auto button = [&](const char* text, ButtonKind kind, bool on) {
            auto* made = new QPushButton(s(text));
            setButtonKind(*made, kind);
            made->setEnabled(on);
            buttons->addWidget(made);
        };
        button("Primary", ButtonKind::Primary, true);
        button("Secondary", ButtonKind::Secondary, true);
        button("Quiet", ButtonKind::Quiet, true);
        button("Delete", ButtonKind::Danger, true);
        button("Disabled", ButtonKind::Primary, false);
        buttons->addStretch(1);
        card->body()->addLayout(buttons);
        auto* checks = new QHBoxLayout;
        auto* check = new QCheckBox(s("Automatic training"));
        check->setChecked(true);
        checks->addWidget(check);
        checks->addWidget(new QCheckBox(s("Report metrics")));
        auto* radio = new QRadioButton(s("Full"));
        radio->setChecked(true);
        checks->addWidget(radio);
        checks->addWidget(new QRadioButton(s("Update")));
        checks->addStretch(1);
        card->body()->addLayout(checks);
        auto* slider = new QSlider(Qt::Horizontal);
        slider->setValue(30);
        card->body()->addWidget(slider);
        auto* tabs = new QTabBar;
        tabs->addTab(s("Tabular schema view"));
        tabs->addTab(s("JSON schema code"));
        card->body()->addWidget(tabs);
        auto* progress = new ProgressLine;
        progress->set(0.58, s("Epoch 9 of 17"), s("3,120 sequences/s"), 16);
        card->body()->addWidget(progress);
        auto* facts = new KeyValuePanel(2);
        facts->setRows(
            {{s("Recipe"), s("aws-user-personalization")},
             {s("Training hours"), s("0.011")},
             {s("ARN"), s("arn:aws:personalize:local:000000000000:solution/taste/7c1e90ab"), true},
             {s("Created"), s("today 14:02")}});
        card->body()->addWidget(facts);
        auto* icons = new QGridLayout;
        icons->setSpacing(kSpaceS);
        for (int i = 0; i <= static_cast<int>(Icon::More); ++i) {
            auto* label = new QLabel;
            label->setFixedSize(20, 20);
            label->setPixmap(iconPixmap(static_cast<Icon>(i), 20, Tone::Text, 2));
            icons->addWidget(label, i / 17, i % 17);
            QObject::connect(&Theme::get(), &Theme::changed, label, [label, i] {
                label->setPixmap(iconPixmap(static_cast<Icon>(i), 20, Tone::Text, 2));
            });
        }
        card->body()->addLayout(icons);
        card->body()->addStretch(1);
        return card;
    }
    QWidget* films() {
        auto* card = new Card(s("Recommended now"), s("relevance of the first = 100"));
        card->body()->setSpacing(0);
        card->body()->addWidget(film("11", "The Cartographer’s Daughter", "Mystery",
                                     "because of “Harbour of Glass”", 1, false));
        card->body()->addWidget(
            film("207", "A Quiet Tide", "Drama", "because of “Salt Roads”", 0.93, false));
        card->body()->addWidget(film("1863", "Moth Season", "Mystery",
                                     "new film, no plays yet: shown to learn", 0.88, true));
        card->body()->addWidget(
            film("930", "North of Nothing", "Adventure", "because of “Nine Winters”", 0.81, false));
        card->body()->addStretch(1);
        return card;
    }
    QWidget* states() {
        auto* card = new Card(s("Solutions"));
        auto* empty =
            new EmptyState(Icon::Wand, s("No solutions yet"),
                           s("A solution trains a model on the data of this dataset group. "
                             "Training on the sample takes less than a minute."));
        empty->setAction(s("Create solution"));
        card->body()->addWidget(empty);
        return card;
    }
};

}  // namespace

class GalleryTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::get().apply(Mode::Light); }

    void everyControlInBothThemes() {
        Gallery gallery;
        gallery.resize(1280, gallery.sizeHint().height());
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        gallery.resize(1280,
                       std::max(gallery.sizeHint().height(), gallery.minimumSizeHint().height()));
        QTest::qWait(50);
        QVERIFY(uitest::writeScreenshots(gallery, s(FORETASTE_SCREENSHOTS), s("gallery")));
    }
};

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
