// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/version_picker.h"

#include "ui/bridge/words.h"
#include "ui/models/live_list.h"
#include "ui/models/resource_models.h"
#include "ui/widgets/data_table.h"

namespace foretaste::wizards {

using bridge::text;

namespace {

constexpr const char* kNdcgAt10 = "normalized_discounted_cumulative_gain_at_10";

QString dash() {
    return QStringLiteral("–");
}

std::vector<models::Column<VersionChoice>> columns() {
    return {
        {VersionPicker::tr("Solution"),
         [](const VersionChoice& row) { return bridge::shortId(row.version.solutionArn); }},
        {VersionPicker::tr("Version"),
         [](const VersionChoice& row) { return bridge::shortId(row.version.solutionVersionArn); }},
        {VersionPicker::tr("Mode"),
         [](const VersionChoice& row) { return models::modeWord(row.version.trainingMode); }},
        {VersionPicker::tr("Serves in"),
         [](const VersionChoice& row) {
             return row.deployedIn.isEmpty() ? dash() : row.deployedIn.join(QStringLiteral(", "));
         }},
        {VersionPicker::tr("Trained"),
         [](const VersionChoice& row) { return bridge::momentText(row.version.creationDateTime); },
         true},
        {bridge::metricTitle(kNdcgAt10),
         [](const VersionChoice& row) {
             return row.ndcgAt10 ? bridge::numberText(*row.ndcgAt10, 3) : dash();
         },
         true}};
}

constexpr int kServesIn = 3;

}  // namespace

std::vector<VersionChoice> deployableVersions(service::Service& service,
                                              const std::string& groupArn) {
    std::vector<VersionChoice> choices;
    for (const auto& solution : models::allOf(
             [&](const service::Page& page) { return service.listSolutions(groupArn, page); })) {
        const auto campaigns = models::allOf([&](const service::Page& page) {
            return service.listCampaigns(solution.solutionArn, page);
        });
        for (auto& version : models::allOf([&](const service::Page& page) {
                 return service.listSolutionVersions(solution.solutionArn, page);
             })) {
            if (version.status != service::Status::Active) continue;
            VersionChoice choice{std::move(version), {}, {}};
            const auto metrics = service.trainingReport(choice.version.arn()).metrics;
            if (const auto found = metrics.find(kNdcgAt10); found != metrics.end())
                choice.ndcgAt10 = found->second.value;
            for (const auto& campaign : campaigns)
                if (campaign.solutionVersionArn == choice.version.arn())
                    choice.deployedIn << text(campaign.name);
            choices.push_back(std::move(choice));
        }
    }
    std::stable_sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) {
        return a.version.creationDateTime.ms > b.version.creationDateTime.ms;
    });
    return choices;
}

VersionPicker::VersionPicker(QWidget* parent)
    : QWidget(parent),
      model_(columns(), [](const VersionChoice& row) { return text(row.version.arn()); }),
      table_(new widgets::DataTable(tr("Solution versions"))) {
    constexpr int kRowsShown = 5;
    table_->setObjectName(QStringLiteral("versionTable"));
    table_->setModel(&model_);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setFitRows(kRowsShown);
    table_->setStretchColumn(kServesIn);
    table_->setEmptyText(tr("No version is active yet. Train a solution first."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(table_);
    setFocusProxy(table_);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid()) setValue(current.data(models::kKeyRole).toString());
            });
}

void VersionPicker::setVersions(std::vector<VersionChoice> versions) {
    const auto wanted = value_;
    model_.setRows(std::move(versions));
    value_ = model_.rowOf(wanted) < 0 && model_.rowCount() > 0 ? text(model_.at(0)->version.arn())
                                                               : wanted;
    if (const int row = model_.rowOf(value_); row >= 0) table_->selectRow(row);
    if (value_ != wanted) emit valueChanged(value_);
}

const VersionChoice* VersionPicker::chosen() const {
    return model_.at(model_.rowOf(value_));
}

QString VersionPicker::value() const {
    return chosen() ? value_ : QString();
}

void VersionPicker::setValue(const QString& arn) {
    if (arn == value_) return;
    value_ = arn;
    if (const int row = model_.rowOf(arn); row >= 0) table_->selectRow(row);
    emit valueChanged(arn);
}

}  // namespace foretaste::wizards
