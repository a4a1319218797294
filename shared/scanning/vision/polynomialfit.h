// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace gatehouse::scanning
{

/// y = p0 + p1 x + p2 x^2 + ... with `Terms` terms through the points, three times, after the first time without those far
/// off. At least one point; pure.
template <int Terms>
std::array<double, static_cast<std::size_t>(Terms)> fittedPolynomial(const std::vector<double> &x, const std::vector<double> &y)
{
    std::array<double, static_cast<std::size_t>(Terms)> p{};
    std::vector<bool> use(x.size(), true);
    // x scaled to about 1, so that the system is well conditioned
    const double unit = std::max({1.0, std::abs(x.front()), std::abs(x.back())});
    const auto powers = [unit](double value) {
        cv::Vec<double, Terms> row;
        double power = 1;
        for (int i = 0; i < Terms; ++i, power *= value / unit)
            row[i] = power;
        return row;
    };
    for (int pass = 0; pass < 3; ++pass) {
        cv::Matx<double, Terms, Terms> a = cv::Matx<double, Terms, Terms>::eye() * 1e-9;
        cv::Vec<double, Terms> b = cv::Vec<double, Terms>::all(0);
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (!use[i])
                continue;
            const auto row = powers(x[i]);
            a += row * row.t();
            b += row * y[i];
        }
        const cv::Vec<double, Terms> solved = a.solve(b, cv::DECOMP_CHOLESKY);
        std::vector<double> off;
        for (std::size_t i = 0; i < x.size(); ++i)
            off.push_back(std::abs(powers(x[i]).dot(solved) - y[i]));
        std::vector<double> sorted = off;
        std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
        const double limit = 2.5 * sorted[sorted.size() / 2] + 1e-3;
        for (std::size_t i = 0; i < x.size(); ++i)
            use[i] = off[i] <= limit;
        for (int i = 0; i < Terms; ++i)
            p[static_cast<std::size_t>(i)] = solved[i] / std::pow(unit, i);
    }
    return p;
}

} // namespace gatehouse::scanning
