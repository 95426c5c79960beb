-- With every start of a service: the years from this one to two years ahead, as far as they are not made yet.
CALL make_years('crf_record', 'stored_at', now(), now() + interval '2 years');
CALL make_years('audit_entry', 'recorded_at', now(), now() + interval '2 years');
