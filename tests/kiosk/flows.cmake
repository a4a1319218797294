# SPDX-License-Identifier: GPL-3.0-or-later
# The flows on a real site with a clock in the test's hand.
foreach(name tst_checkinflow tst_checkinwaiting tst_checkinroom tst_latebriefing tst_kioskstate tst_inputguard tst_kiosktroubles tst_wedgefilter)
  gatehouse_test(${name} LINK gatehouse_kiosk gatehouse_testsite Qt6::Quick Qt6::Sql)
endforeach()
target_link_libraries(tst_checkinflow PRIVATE badge_samples)
gatehouse_test(tst_devicewatch LINK gatehouse_kiosk gatehouse_testsite Qt6::Quick Qt6::Sql util)
gatehouse_test(tst_speaker LINK gatehouse_speech)
gatehouse_test(tst_doorflow LINK gatehouse_kiosk gatehouse_testsite gatehouse_relayserver Qt6::Network Qt6::Sql)
add_executable(doortime EXCLUDE_FROM_ALL doortime.cpp) # a measurement, built when somebody asks for it
target_link_libraries(doortime PRIVATE gatehouse_flags gatehouse_kiosk gatehouse_testsite gatehouse_kioskui gatehouse_badges Qt6::Quick Qt6::Test)
