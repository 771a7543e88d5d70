// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foretaste::base {

// The platforms' maths libraries differ in their last bits; these do not. Accuracy is within a few
// units in the last place of float, which is all that models and draws need.

double expOf(double x);      ///< e^x; 0 below -708, infinity above 709
double logOf(double x);      ///< natural logarithm of x > 0
double tanhOf(double x);
double sigmoidOf(double x);  ///< 1 / (1 + e^-x)

/// The inverse of the standard normal distribution function, p in (0, 1).
/// Rational approximation of Wichura (1988), algorithm AS 241, routine PPND16.
double normalQuantile(double p);

}  // namespace foretaste::base
