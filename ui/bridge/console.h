// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QString>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "core/service/service.h"

namespace foretaste::bridge {

/// A failed call as a screen shows it.
struct CallError {
    QString code;     ///< "InvalidInputException"
    QString message;  ///< what is wrong, where, and what to do
};

/// The window's way to the service. Every call runs on a thread of the serve pool; results and
/// changes arrive on the thread of this object, the GUI's. Lives longer than all pages.
class Console : public QObject {
    Q_OBJECT

public:
    Console(service::Service& service, service::Executor& executor, QObject* parent = nullptr);
    ~Console() override;

    /// Runs `call(service)` in the background.
    template <class Call>
    auto run(Call call) -> QFuture<std::invoke_result_t<Call, service::Service&>> {
        using Result = std::invoke_result_t<Call, service::Service&>;
        auto promise = std::make_shared<QPromise<Result>>();
        auto future = promise->future();
        promise->start();
        background([this, promise, call = std::move(call)] {
            try {
                if constexpr (std::is_void_v<Result>)
                    call(service_);
                else
                    promise->addResult(call(service_));
            } catch (...) {
                promise->setException(std::current_exception());
            }
            promise->finish();
        });
        return future;
    }

    /// Runs `call(service)` in the background, then hands its result to `onResult`, or the error to
    /// `onError`, on the GUI thread; nothing is handed over once `context` is gone.
    template <class Call, class OnResult>
    void call(QObject* context, Call call, OnResult onResult,
              std::function<void(const CallError&)> onError = {}) {
        using Result = std::invoke_result_t<Call, service::Service&>;
        const QPointer<QObject> guard(context);
        background([this, guard, call = std::move(call), onResult = std::move(onResult),
                    onError = std::move(onError)]() mutable {
            std::function<void()> deliver;
            try {
                if constexpr (std::is_void_v<Result>) {
                    call(service_);
                    deliver = [onResult = std::move(onResult)]() mutable { onResult(); };
                } else {
                    auto result = std::make_shared<Result>(call(service_));
                    deliver = [onResult = std::move(onResult), result]() mutable {
                        onResult(std::move(*result));
                    };
                }
            } catch (...) {
                deliver = [onError = std::move(onError), error = describeCurrent()] {
                    if (onError) onError(error);
                };
            }
            toGui([guard, deliver = std::move(deliver)] {
                if (guard) deliver();
            });
        });
    }

signals:
    void resourceChanged(foretaste::service::ResourceKind kind, const QString& arn,
                         foretaste::service::Status status, bool gone);
    /// At most ten times a second a job.
    void jobProgress(const foretaste::service::JobInfo& job);

private:
    void background(std::function<void()> work);
    void toGui(std::function<void()> work);
    static CallError describeCurrent();  ///< of the exception being handled

    service::Service& service_;
    service::Executor& executor_;
    int handle_ = 0;
};

}  // namespace foretaste::bridge
