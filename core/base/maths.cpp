// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/maths.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/base/random.h"

namespace foretaste::base {

double expOf(double x) {
    if (x < -708.0) return 0;
    if (x > 709.0) return std::numeric_limits<double>::infinity();
    // e^x = 2^k * e^r with |r| <= ln(2)/2; r's series has 13 terms.
    constexpr double kLn2High = 6.93147180369123816490e-01, kLn2Low = 1.90821492927058770002e-10;
    const double k = std::floor(x * 1.44269504088896340736 + 0.5);
    const double r = (x - k * kLn2High) - k * kLn2Low;
    double term = 1, sum = 1;
    for (int i = 1; i <= 13; ++i) {
        term *= r / i;
        sum += term;
    }
    const auto bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(k) + 1023) << 52;
    return sum * std::bit_cast<double>(bits);
}

double logOf(double x) {
    if (!(x > 0)) return -std::numeric_limits<double>::infinity();
    int exponent = 0;
    double m = std::frexp(x, &exponent);  // exact
    if (m < 0.70710678118654752440) {
        m *= 2;
        --exponent;
    }
    // log m = 2 atanh((m-1)/(m+1))
    const double s = (m - 1) / (m + 1), s2 = s * s;
    double power = s, sum = 0;
    for (int i = 1; i <= 23; i += 2) {
        sum += power / i;
        power *= s2;
    }
    return 2 * sum + exponent * 0.69314718055994530942;
}

double tanhOf(double x) {
    if (x > 20) return 1;
    if (x < -20) return -1;
    const double e = expOf(-2 * std::abs(x));
    const double t = (1 - e) / (1 + e);
    return x < 0 ? -t : t;
}

double sigmoidOf(double x) { return 1 / (1 + expOf(-x)); }

double normalQuantile(double p) {
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        const double top =
            ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r +
                 6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r +
               1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r +
             1.3314166789178437745e2) * r + 3.3871328727963666080e0;
        const double bottom =
            ((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r +
                 3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r +
               5.3941960214247511077e3) * r + 6.8718700749205790830e2) * r +
             4.2313330701600911252e1) * r + 1.0;
        return q * top / bottom;
    }
    double r = std::sqrt(-logOf(q < 0 ? p : 1 - p));
    double value = 0;
    if (r <= 5) {
        r -= 1.6;
        const double top =
            ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r +
                 2.41780725177450611770e-1) * r + 1.27045825245236838258e0) * r +
               3.64784832476320460504e0) * r + 5.76949722146069140550e0) * r +
             4.63033784615654529590e0) * r + 1.42343711074968357734e0;
        const double bottom =
            ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r +
                 1.51986665636164571966e-2) * r + 1.48103976427480074590e-1) * r +
               6.89767334985100004550e-1) * r + 1.67638483018380384940e0) * r +
             2.05319162663775882187e0) * r + 1.0;
        value = top / bottom;
    } else {
        r -= 5;
        const double top =
            ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r +
                 1.24266094738807843860e-3) * r + 2.65321895265761230930e-2) * r +
               2.96560571828504891230e-1) * r + 1.78482653991729133580e0) * r +
             5.46378491116411436990e0) * r + 6.65790464350110377720e0;
        const double bottom =
            ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r +
                 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4) * r +
               1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r +
             5.99832206555887937690e-1) * r + 1.0;
        value = top / bottom;
    }
    return q < 0 ? -value : value;
}

double Random::normal() {
    // Half a unit keeps the argument inside (0, 1).
    return normalQuantile((static_cast<double>(next() >> 11) + 0.5) * 0x1.0p-53);
}

}  // namespace foretaste::base
