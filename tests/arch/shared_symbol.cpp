// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled twice, as a unit of the kernels is: its template is a weak symbol of both objects.

template <class Real>
[[gnu::noinline]] Real sharedOnPurpose(Real x) {
    return x * x;
}

float useSharedSymbol(float x) { return sharedOnPurpose(x); }
