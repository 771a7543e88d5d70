// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"

namespace foretaste::bridge {

/// What people decide about the engine, kept from session to session. The engine takes it up when
/// the program starts.
service::Settings storedServiceSettings();
void storeServiceSettings(const service::Settings& settings);

}  // namespace foretaste::bridge
