// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/endpoint.h"
#include "ui/models/resource_table_model.h"

namespace foretaste::models {

/// Calls over the endpoint.
class EndpointCallModel : public ResourceTableModel<bridge::EndpointCall> {
    Q_OBJECT
public:
    enum { When, Operation, State, Duration };
    explicit EndpointCallModel(QObject* parent = nullptr);
};

/// Access keys of the workspace, without their secrets.
class EndpointKeyModel : public ResourceTableModel<bridge::EndpointKey> {
    Q_OBJECT
public:
    enum { Id, Note, Created };
    explicit EndpointKeyModel(QObject* parent = nullptr);
};

}  // namespace foretaste::models
