# SPDX-License-Identifier: GPL-3.0-or-later
# The pages with stand-in controllers (fake/): pictures of every screen, and tests that drive each page.
add_executable(kioskscreens qmlscreens.cpp)
target_link_libraries(kioskscreens PRIVATE gatehouse_flags gatehouse_kioskui Qt6::Quick)
target_compile_definitions(kioskscreens PRIVATE GATEHOUSE_FAKE_DIR="${CMAKE_CURRENT_SOURCE_DIR}/fake")
