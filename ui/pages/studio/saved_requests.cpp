// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/studio/saved_requests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSettings>

#include "ui/bridge/words.h"

namespace foretaste::pages {

namespace {

constexpr qsizetype kMost = 20;

const QString kKey = QStringLiteral("studio/savedRequests");

QJsonObject stored() {
    return QJsonDocument::fromJson(QSettings().value(kKey).toByteArray()).object();
}

QList<SavedRequest> requestsOf(const QString& campaignArn) {
    QList<SavedRequest> requests;
    for (const auto& each : stored().value(campaignArn).toArray()) {
        const auto json = each.toObject();
        SavedRequest request{json[u"user"].toString(), json[u"results"].toInt(), {}};
        if (json.contains(u"weight"))
            request.preview = {json[u"weight"].toDouble(), json[u"cutOffDays"].toDouble()};
        requests << request;
    }
    return requests;
}

void store(const QString& campaignArn, const QList<SavedRequest>& requests) {
    QJsonArray list;
    for (const auto& request : requests) {
        QJsonObject json{{QStringLiteral("user"), request.user},
                         {QStringLiteral("results"), request.results}};
        if (request.preview) {
            json[u"weight"] = request.preview->weight;
            json[u"cutOffDays"] = request.preview->cutOffDays;
        }
        list << json;
    }
    auto all = stored();
    if (list.isEmpty())
        all.remove(campaignArn);
    else
        all[campaignArn] = list;
    QSettings().setValue(kKey, QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QString nameOf(const SavedRequest& request) {
    QStringList parts{SavedRequestsButton::tr("User %1").arg(request.user),
                      SavedRequestsButton::tr("results: %1").arg(request.results)};
    if (request.preview)
        parts << SavedRequestsButton::tr("weight %1, new up to %2 days")
                     .arg(bridge::numberText(request.preview->weight, 2),
                          bridge::numberText(request.preview->cutOffDays, 0));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

bool SavedRequest::operator==(const SavedRequest& other) const {
    return nameOf(*this) == nameOf(other);
}

SavedRequestsButton::SavedRequestsButton(std::function<SavedRequest()> current, QWidget* parent)
    : QPushButton(tr("Saved"), parent),
      current_(std::move(current)),
      menu_(new QMenu(this)),
      forgetMenu_(new QMenu(tr("Forget"), this)) {
    setObjectName(QStringLiteral("savedRequestsButton"));
    setToolTip(tr("Requests kept for later"));
    forgetMenu_->setObjectName(QStringLiteral("forgetRequestMenu"));
    setMenu(menu_);
    connect(menu_, &QMenu::aboutToShow, this, &SavedRequestsButton::fillMenu);
}

void SavedRequestsButton::setCampaign(const std::string& campaignArn) {
    campaignArn_ = bridge::text(campaignArn);
    fillMenu();
}

void SavedRequestsButton::fillMenu() {
    menu_->clear();
    forgetMenu_->clear();
    auto* save = menu_->addAction(tr("Save this request"));
    save->setObjectName(QStringLiteral("saveRequestAction"));
    save->setEnabled(!current_().user.isEmpty());
    connect(save, &QAction::triggered, this, &SavedRequestsButton::keep);
    const auto requests = requestsOf(campaignArn_);
    if (requests.isEmpty()) return;
    menu_->addSeparator();
    for (const auto& request : requests) {
        const auto name = nameOf(request);
        auto* action = menu_->addAction(name);
        action->setObjectName(QStringLiteral("savedRequestAction"));
        connect(action, &QAction::triggered, this, [this, request] { emit chosen(request); });
        connect(forgetMenu_->addAction(name), &QAction::triggered, this,
                [this, request] { forget(request); });
    }
    menu_->addSeparator();
    menu_->addMenu(forgetMenu_);
}

void SavedRequestsButton::keep() {
    const auto request = current_();
    auto requests = requestsOf(campaignArn_);
    requests.removeAll(request);
    requests.prepend(request);
    store(campaignArn_, requests.mid(0, kMost));
    fillMenu();
    emit saved(tr("The request was saved: %1.").arg(nameOf(request)));
}

void SavedRequestsButton::forget(const SavedRequest& request) {
    auto requests = requestsOf(campaignArn_);
    requests.removeAll(request);
    store(campaignArn_, requests);
    fillMenu();
}

}  // namespace foretaste::pages
