# SPDX-License-Identifier: GPL-3.0-or-later
# The flows on a real site with a clock in the test's hand.
gatehouse_tests(tests_flows
  TESTS tst_checkinflow tst_checkinwaiting tst_checkinroom tst_latebriefing tst_kioskstate tst_kiosktroubles tst_inputguard tst_wedgefilter tst_devicewatch
        tst_speaker tst_doorflow
  LINK gatehouse_kiosk gatehouse_speech gatehouse_testsite gatehouse_relayserver badge_samples Qt6::Quick Qt6::Network Qt6::Sql util)
add_executable(doortime EXCLUDE_FROM_ALL doortime.cpp)
target_link_libraries(doortime PRIVATE gatehouse_flags gatehouse_kiosk gatehouse_testsite gatehouse_kioskui gatehouse_badges Qt6::Quick Qt6::Test)
add_dependencies(extras doortime)
