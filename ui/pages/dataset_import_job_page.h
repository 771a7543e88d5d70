// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/activity_models.h"
#include "ui/models/resource_models.h"
#include "ui/pages/resource_page.h"

namespace foretaste::widgets {
class Card;
class DataTable;
class KeyValuePanel;
class MetricTile;
}  // namespace foretaste::widgets

namespace foretaste::pages {

class JobCard;
class Notice;

/// Why rows were rejected: how many for one reason.
struct RejectReason {
    QString column;
    QString reason;
    std::int64_t rows = 0;
    double share = 0;  ///< of all rejected rows
};
class RejectReasonModel : public models::ResourceTableModel<RejectReason> {
    Q_OBJECT
public:
    enum { Column, Reason, Rows, Share };
    explicit RejectReasonModel(QObject* parent = nullptr);
};

/// The report of one import: how it goes, what it took, what it did not take and why.
class DatasetImportJobPage : public ResourcePage {
    Q_OBJECT

public:
    explicit DatasetImportJobPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    struct Shown {
        service::DatasetImportJob job;
        service::ImportReport report;
        service::Dataset dataset;
        std::optional<service::JobInfo> running;
        QString file;  ///< what dataLocation stands for
    };
    static Shown fetch(service::Service& service, const std::string& jobArn);
    void show(const Shown& shown);
    void showHeader(const Shown& shown);
    void showState(const Shown& shown);
    /// `added`: to rows that were there before.
    void showTiles(const service::ImportReport& report, bool added);
    void showRejected(const service::ImportReport& report);
    QWidget* makeTiles();
    QWidget* makeRejectedCard();
    QWidget* makeWarningsCard();
    void importAgain();
    void openRejectFolder();

    service::Dataset dataset_;
    QString rejectFile_;
    QPushButton* stop_;
    QPushButton* import_;
    JobCard* progress_;
    Notice* notice_;
    QWidget* tiles_ = nullptr;
    widgets::MetricTile* read_ = nullptr;
    widgets::MetricTile* kept_ = nullptr;
    widgets::MetricTile* rejected_ = nullptr;
    widgets::MetricTile* speed_ = nullptr;
    widgets::KeyValuePanel* facts_;
    widgets::Card* warningsCard_ = nullptr;
    QLabel* warnings_ = nullptr;
    widgets::Card* rejectedCard_ = nullptr;
    RejectReasonModel* reasons_;
    models::ImportIssueModel* issues_;
    widgets::DataTable* issuesTable_ = nullptr;
    QLabel* issuesRemark_ = nullptr;
    widgets::KeyValuePanel* rejectFileFact_ = nullptr;
};

}  // namespace foretaste::pages
