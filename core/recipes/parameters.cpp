// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/recipes/recipe.h"

namespace foretaste::recipes {
namespace {

[[noreturn]] void refuse(const RecipeFacts& facts, const std::string& name,
                         const std::string& reason) {
    throw base::ServiceError(
        base::ErrorCode::InvalidInput,
        base::concat("Hyperparameter '", name, "' of ", facts.name, ": ", reason));
}

std::string rangeText(const Parameter& parameter) {
    return base::concat("between ", base::numberText(parameter.minimum), " and ",
                        base::numberText(parameter.maximum));
}

void checkValue(const RecipeFacts& facts, const Parameter& parameter, const std::string& value) {
    const auto wrong = [&](const std::string& allowed) {
        refuse(facts, parameter.name, base::concat("'", value, "' is not ", allowed, "."));
    };
    switch (parameter.kind) {
        case ParameterKind::Integer: {
            std::int64_t number = 0;
            if (!base::parseNumber(value, number) ||
                static_cast<double>(number) < parameter.minimum ||
                static_cast<double>(number) > parameter.maximum)
                wrong("an integer " + rangeText(parameter));
            break;
        }
        case ParameterKind::Real: {
            double number = 0;
            if (!base::parseNumber(value, number) || !std::isfinite(number) ||
                number < parameter.minimum || number > parameter.maximum)
                wrong("a number " + rangeText(parameter));
            break;
        }
        case ParameterKind::Boolean:
            if (!base::equalsIgnoringCase(value, "true") &&
                !base::equalsIgnoringCase(value, "false"))
                wrong("true or false");
            break;
        case ParameterKind::Choice:
            if (std::find(parameter.choices.begin(), parameter.choices.end(), value) ==
                parameter.choices.end())
                wrong("one of: " + base::join(parameter.choices, ", "));
            break;
    }
}

}  // namespace

void checkParameters(const RecipeFacts& facts, const std::map<std::string, std::string>& values,
                     ParameterGroup group) {
    for (const auto& [name, value] : values) {
        const auto found = std::find_if(
            facts.parameters.begin(), facts.parameters.end(),
            [&](const Parameter& each) { return each.name == name && each.group == group; });
        if (found == facts.parameters.end()) {
            std::vector<std::string> known;
            for (const auto& each : facts.parameters)
                if (each.group == group) known.push_back(each.name);
            refuse(facts, name,
                   known.empty() ? std::string("there is no such parameter; none can be set here.")
                                 : base::concat("there is no such parameter; there are: ",
                                                base::join(known, ", "), "."));
        }
        checkValue(facts, *found, value);
    }
}

}  // namespace foretaste::recipes
