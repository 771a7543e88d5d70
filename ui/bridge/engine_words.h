// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace foretaste::bridge {

/// What the engine says in English (titles and help of recipes, phases of work, lines of activity,
/// what is wrong with a row), in the language of the console. Words that it has no translation of
/// stay as they are.
QString spoken(std::string_view english);

/// Whether translators are shown these words; for tests.
bool isListed(std::string_view english);

}  // namespace foretaste::bridge
