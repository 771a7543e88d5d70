// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/console.h"

#include <QMetaObject>

namespace foretaste::bridge {
namespace {

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

Console::Console(service::Service& service, service::Executor& executor, QObject* parent)
    : QObject(parent), service_(service), executor_(executor) {
    handle_ = service_.subscribe(
        [this](const service::Change& change) {
            toGui([this, change] {
                emit resourceChanged(change.kind, QString::fromStdString(change.arn),
                                     change.status, change.gone);
            });
        },
        [this](const service::JobInfo& job) { toGui([this, job] { emit jobProgress(job); }); });
}

Console::~Console() {
    service_.unsubscribe(handle_);
    // What still runs refers to this object.
    executor_.wait();
}

void Console::background(std::function<void()> work) {
    executor_.submit(service::Executor::Pool::Serve, std::move(work));
}

void Console::toGui(std::function<void()> work) {
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

CallError Console::describeCurrent() {
    try {
        throw;
    } catch (const base::ServiceError& error) {
        return {fromView(base::codeName(error.code())), QString::fromUtf8(error.what())};
    } catch (const std::exception& error) {
        return {QStringLiteral("InternalFailure"), QString::fromUtf8(error.what())};
    }
}

}  // namespace foretaste::bridge
