-- What the service's own user may do, table by table: least privilege, and new tables are out of
-- reach until someone decides. Access records can be added and read, never changed or removed.
grant select, insert on access_person to '${application-user}';
grant select, insert on access_batch to '${application-user}';
grant select, insert on access_chain to '${application-user}';
grant select, insert on access_checkpoint to '${application-user}';
-- To lock its row asks for more than to read it.
grant select, update on access_chain_turn to '${application-user}';
grant select, insert, update, delete on idempotency_key to '${application-user}';
grant select, insert, update, delete on data_key to '${application-user}';
grant select, insert, update on customer to '${application-user}';
grant select, insert, delete on customer_fact_past to '${application-user}';
grant select, insert, update, delete on customer_lookup to '${application-user}';
grant select, insert, update, delete on customer_external_id to '${application-user}';
grant select, insert, update, delete on financial_statement to '${application-user}';
grant select, insert, update on product to '${application-user}';
grant select, insert, update on sales_transaction to '${application-user}';
grant select, insert, update on sales_transaction_line to '${application-user}';
grant select, insert, update, delete on import_run to '${application-user}';
grant select, insert, delete on import_chunk to '${application-user}';
grant select, insert, delete on import_refusal to '${application-user}';
-- What persons agreed to is never rewritten: a decision is overridden by a newer one, a notice by
-- its next version.
grant select, insert on privacy_notice to '${application-user}';
grant select, insert on consent_decision to '${application-user}';
-- Rows wait here for a moment only: the transaction that adds them to the log takes them away.
grant select, insert, delete on change_outbox to '${application-user}';
grant select, insert on access_user to '${application-user}';
-- What is summed up from the log grows with it; the log itself stays as it is.
grant select, update on access_watch to '${application-user}';
grant select, insert, update on access_day to '${application-user}';
grant select, insert, update on access_hour to '${application-user}';
grant select, insert on access_justification to '${application-user}';
grant select, insert on access_review to '${application-user}';
grant select, insert on access_finding to '${application-user}';
grant select, insert, delete on import_customer to '${application-user}';
grant select, insert, update, delete on interaction to '${application-user}';
grant select, insert, update on payment to '${application-user}';
grant select, insert, update, delete on delivery to '${application-user}';
grant select, insert, update, delete on service_case to '${application-user}';
grant select, insert on life_cycle_policy to '${application-user}';
grant select, insert, update, delete on life_cycle to '${application-user}';
grant select, insert, delete on life_cycle_change to '${application-user}';
-- To lock a row asks for more than to read it.
grant select, insert, update, delete on life_cycle_mark to '${application-user}';
grant select, insert, update on care_rule to '${application-user}';
grant select, insert, update, delete on care_task to '${application-user}';
-- Requests, receipts, holds and runs are evidence: nothing of them is ever deleted by the service.
grant select, insert, update on privacy_request to '${application-user}';
grant select, insert on erasure to '${application-user}';
grant select, insert, update on legal_hold to '${application-user}';
grant select, insert, update, delete on objection to '${application-user}';
grant select, insert, update on retention_rule to '${application-user}';
grant select, insert on retention_run to '${application-user}';
-- A policy of grades is followed by the next one, never rewritten.
grant select, insert on grading_policy to '${application-user}';
grant select, insert, update, delete on grade_appeal to '${application-user}';
grant select, insert on analysis_cut to '${application-user}';
-- Which projects there were stays known after their end; who takes part is said once.
grant select, insert, update on analysis_project to '${application-user}';
grant select, insert on analysis_project_member to '${application-user}';
grant select, insert, update, delete on analysis_run to '${application-user}';
-- Audiences and approvals stay as they were said; of promotions only their course changes.
grant select, insert on audience to '${application-user}';
grant select, insert, update on promotion to '${application-user}';
grant select, insert, update on promotion_tally to '${application-user}';
grant select, insert on promotion_approval to '${application-user}';
-- Erasure cuts the link to the person; the groups keep their size.
grant select, insert, update on promotion_member to '${application-user}';
grant select, insert, update on promotion_contact to '${application-user}';
grant select, insert, update on promotion_response to '${application-user}';
grant select, insert, update on voucher to '${application-user}';
grant select, insert, update, delete on voucher_customer to '${application-user}';
grant select, insert, update on voucher_redemption to '${application-user}';
-- Published questions are never rewritten; the service sees to that, since drafts are.
grant select, insert, update on survey to '${application-user}';
grant select, insert, update on survey_questionnaire to '${application-user}';
grant select, insert, update, delete on survey_invitation to '${application-user}';
grant select, insert, update, delete on survey_response to '${application-user}';
grant select, insert, delete on survey_answer to '${application-user}';
-- Analyses read, and read nothing else: who finds a hole in them finds no names and no log.
grant select on sales_transaction to '${analysis-user}';
grant select on sales_transaction_line to '${analysis-user}';
grant select (id, kind, source, created_at, deleted_at, restricted_at) on customer to '${analysis-user}';
grant select (id, customer_id, direction, occurred_at, recorded_at) on interaction to '${analysis-user}';
grant select (id, customer_id, contacted_at, recorded_at) on promotion_contact to '${analysis-user}';
grant select (id, customer_id, responded_at, recorded_at) on promotion_response to '${analysis-user}';
grant select (id, customer_id, category_id, cause, product_id, severity, rating, reopen_count, received_at, recorded_at, resolved_at)
  on complaint to '${analysis-user}';
grant select on complaint_category to '${analysis-user}';
grant select on product to '${analysis-user}';
-- Of what names people or holds secrets only the columns that are counted: no words, seeds or staff.
grant select (id, document, state, ended_at) on promotion to '${analysis-user}';
grant select (promotion_id, customer_id, member_group) on promotion_member to '${analysis-user}';
grant select (id, promotion_id, customer_id, recorded_at) on promotion_contact to '${analysis-user}';
grant select (id, promotion_id, customer_id, kind, recorded_at) on promotion_response to '${analysis-user}';
grant select (id, promotion_id) on voucher to '${analysis-user}';
grant select (id, voucher_id, customer_id, discount, redeemed_at, rolled_back_at)
  on voucher_redemption to '${analysis-user}';
grant select (id, audience, product_id, service) on survey to '${analysis-user}';
grant select on survey_questionnaire to '${analysis-user}';
grant select (id, survey_id, questions_version, customer_id, state, submitted_at, answered_on)
  on survey_response to '${analysis-user}';
grant select (response_id, question_key, option_key, score) on survey_answer to '${analysis-user}';
grant select (id, programme_id, customer_id, open_customer_id, level) on loyalty_account to '${analysis-user}';
grant select (id, terms_number) on loyalty_programme to '${analysis-user}';
grant select (programme_id, number, terms) on loyalty_terms to '${analysis-user}';
grant select (account_id, transaction_id, earned_at, points, reversed) on points_lot to '${analysis-user}';
grant select (id, account_id, state) on loyalty_referral to '${analysis-user}';
-- A view that shows no name and no address.
grant select on customer_fact to '${analysis-user}';
grant select on customer_fact_past to '${analysis-user}';
grant select (customer_id, stage, since) on life_cycle to '${analysis-user}';
grant select (id, customer_id, changed_at, from_stage, to_stage) on life_cycle_change to '${analysis-user}';
-- What complaints ran by stays for ever; what happened to them is added, and rewritten by erasure only.
grant select, insert on business_calendar to '${application-user}';
grant select, insert on complaint_policy to '${application-user}';
grant select, insert, update on complaint_category to '${application-user}';
grant select, insert, update on complaint to '${application-user}';
grant select, insert, update on complaint_clock to '${application-user}';
grant select, insert, update on complaint_event to '${application-user}';
grant select, insert, update on loyalty_programme to '${application-user}';
-- What was promised, what happened and the ledger of points are only ever added to.
grant select, insert on loyalty_terms to '${application-user}';
grant select, insert on points_entry to '${application-user}';
grant select, insert, update on loyalty_account to '${application-user}';
grant select, insert, update on loyalty_event to '${application-user}';
grant select, insert, update on points_lot to '${application-user}';
grant select, insert, update on points_earning to '${application-user}';
grant select, insert, delete on points_adjustment to '${application-user}';
grant select, insert, update on loyalty_reward to '${application-user}';
grant select, insert, update on reward_claim to '${application-user}';
grant select, insert, update on loyalty_referral to '${application-user}';
