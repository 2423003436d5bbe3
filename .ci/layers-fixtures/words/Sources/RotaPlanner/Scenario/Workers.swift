struct StaffMember {}
