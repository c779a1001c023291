"""Who may open what: every address of the product, written by hand from the law and the issue, not from the code.

A row is: URL name, way (page: read; form: read and send; post: send only), the record it is about ("-": none), signs.

A sign for each role, in this order:
    clerk · chair · committee head · delegate · group head · agency officer · Front officer · upper office ·
    auditor · administrator
    o  opens (and a deed sent with good values takes effect)
    w  answers why not and who could; a deed sent all the same changes nothing
    e  opens, and holds nothing of any council's matters
    -  is not there (404) or not permitted (403); a deed sent changes nothing
    .  does not apply
A row about a record has four columns of signs: the record is of the
    own council · upper council (a ward's people, the province's record) · lower council (the province's people, a
    ward's record) · foreign council (the ward next door; for the upper office a ward of another province)
Somebody who has not signed in is led to the sign-in from everywhere but the pages in PUBLIC.
"""

from __future__ import annotations

PUBLIC = frozenset({"accounts:sign_in", "accounts:second_step", "accounts:set_language", "contacts:note_worker"})

TABLE = """
accounts:sign_in             page  -  oooooooooo
accounts:second_step         page  -  oooooooooo
accounts:set_language        post  -  oooooooooo
accounts:resume              page  -  oooooooooo
accounts:sign_out            post  -  oooooooooo
accounts:mine                page  -  oooooooooo
accounts:change_password     form  -  oooooooooo
accounts:add_totp            form  -  oooooooooo
accounts:add_passkey         form  -  oooooooooo
accounts:make_recovery_codes form  -  oooooooooo
accounts:end_visits          post  -  oooooooooo
accounts:remove_factor       form  factor of   oooooooooo  -------.--  -------.--  -------.--
accounts:end_visit           post  visit of    oooooooooo  -------.--  -------.--  -------.--
accounts:index               page  -  ---------o
accounts:create_account      form  -  ---------o
accounts:require_factor      form  -  ---------o
accounts:account             page  account     ---o-----o  -------.-o  ---------o  ---------o
accounts:disable_account     form  account     ---------o  -------.-o  ---------o  ---------o
accounts:reset_password      post  account     ---------o  -------.-o  ---------o  ---------o
accounts:reset_factors       post  account     ---------o  -------.-o  ---------o  ---------o
accounts:enable_account      post  locked      ---------o  -------.-o  ---------o  ---------o

audit:journal                page  -  --------o-
audit:verify                 post  -  --------o-
audit:history                page  petitions.petition/forwarded  ooooooooo-  -------.o-  -------oo-  --------o-

search:find                  page  -  ooooooooee
search:save_filter           post  -  oooooooooo
search:remove_filter         post  filter of   oooooooooo  -------.--  -------.--  -------.--

notices:index                page  -  oooooooooo
notices:mark_read            post  -  oooooooooo

documents:download           page  paper       oooooooo--  -------.--  -------o--  ----------
documents:outgoing           page  -  ooooooooee
documents:outgoing_xlsx      page  -  ooooooooee
documents:incoming           page  -  ooooooooee
documents:incoming_xlsx      page  -  ooooooooee
documents:folders            page  -  ooooooooee
documents:series             page  -  oooooooooo
documents:draft              form  -  ooowooowww
documents:register_incoming  form  -  oowwwoowww
documents:take_edxml         form  -  oowwwoowww
documents:open_series        form  -  oowwwoowww
documents:open_folder        form  -  oowwwoowww
documents:paper              page  text        ooooo--o--  -------.--  -------o--  ----------
documents:replace_text       form  draft       oo--------  -------.--  ----------  ----------
documents:submit             form  draft       oo--------  -------.--  ----------  ----------
documents:send_back          form  submitted   oo--------  -------.--  ----------  ----------
documents:drop               form  draft       oo--------  -------.--  ----------  ----------
documents:issue              form  draft       oo--------  -------.--  ----------  ----------
documents:distribute         form  text        oowww--w--  -------.--  -------w--  ----------
documents:edxml              page  text        oowww--w--  -------.--  -------w--  ----------
documents:seal               form  text        oowww--w--  -------.--  -------w--  ----------
documents:correct            form  text        oowww--w--  -------.--  -------w--  ----------
documents:copy               form  text        oowww--w--  -------.--  -------w--  ----------
documents:put                form  text        oowww--w--  -------.--  -------w--  ----------
documents:receive            post  delivery    -----o----  -------.--  ----------  ----------
documents:incoming_paper     page  arrival     ooooo--o--  -------.--  -------o--  ----------
documents:route              form  arrival     oowww--w--  -------.--  -------w--  ----------
documents:finish             form  arrival     oowww--w--  -------.--  -------w--  ----------
documents:copy_incoming      form  arrival     oowww--w--  -------.--  -------w--  ----------
documents:put_incoming       form  arrival     oowww--w--  -------.--  -------w--  ----------
documents:check              page  -  oooooooooo
documents:templates          page  -  oooooooooo
documents:template           page  name invitation  oooooooooo
documents:template_file      page  name invitation  oooooooooo
documents:keep_template      post  name invitation  oowwwwwwww
documents:restore_template   post  name invitation  oowwwwwwww
documents:folder             page  folder      ooooo--o--  -------.--  -------o--  ----------
documents:close_folder       form  folder      oowww--w--  -------.--  -------w--  ----------

obligations:index            page  -  ooooooooee
obligations:export           page  -  ooooooooee
obligations:detail           page  task          oooooooo--  -------.--  -------o--  ----------
obligations:fulfil           form  task          oowwwoww--  -------.--  -------w--  ----------
obligations:accept           form  done_task     oowwwwww--  -------.--  -------w--  ----------
obligations:refuse           form  done_task     oowwwwww--  -------.--  -------w--  ----------
obligations:extend           form  task          oowwwwww--  -------.--  -------w--  ----------
obligations:reassign         form  task          oowwwwww--  -------.--  -------w--  ----------
obligations:set_deadline     form  undated_task  oowwwoww--  -------.--  -------w--  ----------
obligations:urge             form  task          oowwwwww--  -------.--  -------w--  ----------
obligations:cancel           form  task          oowwwwww--  -------.--  -------w--  ----------

legalclock:rules             page  -  oooooooooo
legalclock:count             page  -  oooooooooo
legalclock:calendar_now      page  -  oooooooooo
legalclock:calendar          page  year 2026  oooooooooo
legalclock:open_year         form  year 2031  oowwwwwwww
legalclock:confirm_year      form  year 2027  oowwwwwwww
legalclock:keep_day          form  -  oowwwwwwww
legalclock:remove_day        form  national day  oowwwwwwww
legalclock:rule              page  national rule  oooooooooo
legalclock:confirm           form  national rule  oowwwwwwwo
legalclock:override          form  own_rule      oowwwwwwww  -------.--  -------w--  ----------
legalclock:withdraw          form  own_rule      oowwwwwwww  -------.--  -------w--  ----------
legalclock:clock             page  clock         oooooooo--  -------.--  -------o--  ----------

territory:index              page  -  oooooooooo
territory:suggest            page  -  oooooooooo
territory:add                form  -  wwwwwwwwwo
territory:detail             page  unit          oooooooooo  ooooooo.oo  oooooooooo  oooooooooo
territory:correct            form  unit          wwwwwwwwwo  wwwwwww.wo  wwwwwwwwwo  wwwwwwwwwo
territory:end                form  unit          wwwwwwwwwo  wwwwwww.wo  wwwwwwwwwo  wwwwwwwwwo
territory:succeed            form  unit          wwwwwwwwwo  wwwwwww.wo  wwwwwwwwwo  wwwwwwwwwo

organisation:act             post  office of     oooooooooo  -------.--  -------.--  -------.--
organisation:councils        page  -  oooooooooo
organisation:own             page  -  oooooooooo
organisation:powers          page  -  oooooooooo
organisation:suggest         page  -  oooooooooo
organisation:sample_roster   page  -  oooooooooo
organisation:people          page  -  oooooooooo
organisation:establish       form  -  wwwwwwwwwo
organisation:add_person      form  -  oowwwwwwwo
organisation:council         page  council       oooooooooo  ooooooo.oo  oooooooooo  oooooooooo
organisation:delegates       page  council       oooooooooo  ooooooo.oo  oooooooooo  oooooooooo
organisation:term            page  term          oooooooooo  ooooooo.oo  oooooooooo  oooooooooo
organisation:organ           page  department    oooooooooo  ooooooo.oo  oooooooooo  oooooooooo
organisation:person          page  person        oooooooooo  ooooooo.oo  oooooooooo  oooooooooo
organisation:add_organ       form  council       oowwwwwwww  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww
organisation:open_term       form  council       oowwwwwwww  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww
organisation:import_roster   form  council       oowwwwwwww  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww
organisation:rejected_rows   post  council       ww--------  -------.--  ----------  ----------
organisation:end_term        form  term          oowwwwwwww  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww
organisation:edit_organ      form  department    oowwwwwwww  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww
organisation:end_organ       form  department    oowwwwwwww  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww
organisation:succeed_organ   form  department    oowwwwwwww  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww
organisation:appoint         form  office        oowwwwwwwo  wwwwwww.wo  wwwwwwwwwo  wwwwwwwwwo
organisation:edit_person     form  person        oowwwwwwwo  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww
organisation:link_person     form  spare         wwwwwwwwwo  wwwwwww.wo  wwwwwwwwwo  wwwwwwwwwo
organisation:edit_membership form  member        oowwwwwwww  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww
organisation:end_membership  form  member        oowwwwwwww  wwwwwww.ww  wwwwwwwwww  wwwwwwwwww

coordination:notices         page  -  ooooooooee
coordination:gatherings      page  -  ooooooooee
coordination:follow_up       page  -  ooooooooee
coordination:table_xlsx      page  -  ooooooooee
coordination:table_docx      page  -  ooooooooee
coordination:draft_conclusion form  -  oowwwwwwww
coordination:notice          page  conclusion    oooooooo--  -------.--  -------o--  ----------
coordination:notice_docx     page  conclusion    oooooooo--  -------.--  -------o--  ----------
coordination:notice_pdf      page  conclusion    oooooooo--  -------.--  -------o--  ----------
coordination:edit_conclusion form  conclusion_draft  oo--------  -------.--  ----------  ----------
coordination:add_task        form  conclusion_draft  oo--------  -------.--  ----------  ----------
coordination:issue_conclusion form  conclusion_draft  oo--------  -------.--  ----------  ----------
coordination:enter_conclusion form  conclusion_draft  oo--------  -------.--  ----------  ----------
coordination:discard_conclusion form  conclusion_draft  oo--------  -------.--  ----------  ----------
coordination:amend_conclusion form  conclusion    oowwwwww--  -------.--  -------w--  ----------
coordination:edit_task       form  draft_task    oo--------  -------.--  ----------  ----------
coordination:remove_task     post  draft_task    oo--------  -------.--  ----------  ----------
coordination:receive_conclusion form  conclusion_recipient  oowwwoww--  -------.--  -------w--  ----------
coordination:assignment      page  conclusion_share  oooooooo--  -------.--  -------o--  ----------
coordination:report_task     form  conclusion_share  oowwwoww--  -------.--  -------w--  ----------

intake:index                 page  -  ooooooooee
intake:take                  form  -  oowwwwwwww
intake:reading               page  read_document  ooooo-oo--  -------.--  -------o--  ----------
intake:cross_check           page  read_document  ooooo-oo--  -------.--  -------o--  ----------
intake:cross_check_folder    page  folder         ooooo--o--  -------.--  -------o--  ----------
intake:progress              page  read_document  ooooo-oo--  -------.--  -------o--  ----------
intake:cancel                post  waiting_document  oowww-ww--  -------.--  -------w--  ----------
intake:retry                 post  stopped_document  oowww-ww--  -------.--  -------w--  ----------
intake:accept_certain        post  read_document  oowww-ww--  -------.--  -------w--  ----------
intake:close                 post  read_document  oowww-ww--  -------.--  -------w--  ----------
intake:accept                form  read_item      oowww-ww--  -------.--  -------w--  ----------
intake:reject                post  read_item      oowww-ww--  -------.--  -------w--  ----------
intake:restore               post  rejected_item  oowww-ww--  -------.--  -------w--  ----------
documents:stated_figure      page  stated         ooooo-oo--  -------.--  -------o--  ----------

reports:index                page  -  ooooooooee
reports:draft                form  -  oowwwwwwww
reports:report               page  draft_report   ooooo-oo--  -------.--  -------o--  ----------
reports:figure               page  figure  ooooo-oo--  -------.--  -------o--  ----------
reports:edit                 form  draft_report   oowww-ww--  -------.--  -------w--  ----------
reports:recompute            form  draft_report   oowww-ww--  -------.--  -------w--  ----------
reports:sign                 form  draft_report   oowww-ww--  -------.--  -------w--  ----------
reports:discard              form  draft_report   oowww-ww--  -------.--  -------w--  ----------
reports:compare              post  signed_report  oowwwwww--  -------.--  -------w--  ----------
reports:report_docx          page  signed_report  oooooooo--  -------.--  -------o--  ----------
reports:report_pdf           page  signed_report  oooooooo--  -------.--  -------o--  ----------
reports:report_xlsx          page  signed_report  oooooooo--  -------.--  -------o--  ----------

meetings:meetings            page  -  ooooooooee
meetings:sessions            page  -  ooooooooee
meetings:plan                form  -  oowwwwwwww
meetings:meeting             page  meeting       ooooo-oo--  -------.--  -------o--  ----------
meetings:edit                form  meeting       oowww-ww--  -------.--  -------w--  ----------
meetings:call                form  meeting       oowww-ww--  -------.--  -------w--  ----------
meetings:invite              form  meeting       oowww-ww--  -------.--  -------w--  ----------
meetings:seat                form  meeting       oowww-ww--  -------.--  -------w--  ----------
meetings:set_agenda          form  meeting       oowww-ww--  -------.--  -------w--  ----------
meetings:minute              form  meeting       oowww-ww--  -------.--  -------w--  ----------
meetings:minutes             page  meeting       ooooo-oo--  -------.--  -------o--  ----------
meetings:attend              form  meeting       oowww-ww--  -------.--  -------w--  ----------
meetings:hold                form  meeting       oowww-ww--  -------.--  -------w--  ----------
meetings:cancel              form  meeting       oowww-ww--  -------.--  -------w--  ----------

contacts:rounds              page  -  oooooeooee
contacts:points              page  -  oooooeooee
contacts:coverage            page  -  ooooo-oo--
contacts:coverage_xlsx       page  -  ooooo-oo--
contacts:attendance_xlsx     page  -  ooooo-oo--
contacts:opinions            page  -  oooooeooee
contacts:open_round          form  -  oowwwwwwww
contacts:round               page  round         ooooo-oo--  -------.--  -------o--  ----------
contacts:summary             page  round         ooooo-oo--  -------.--  -------o--  ----------
contacts:bring_round         page  round         ooooo-oo--  -------.--  -------o--  ----------
contacts:bring_round_docx    page  round         ooooo-oo--  -------.--  -------o--  ----------
contacts:edit_round          form  round         oowww-ww--  -------.--  -------w--  ----------
contacts:add_point           form  round         oowww-ww--  -------.--  -------w--  ----------
contacts:summarise_round     post  held_round    oowww-ww--  -------.--  -------w--  ----------
contacts:reopen_round        form  closed_round  oowww-ww--  -------.--  -------w--  ----------
contacts:point               page  point         ooooo-oo--  -------.--  -------o--  ----------
contacts:minutes             page  point         ooooo-oo--  -------.--  -------o--  ----------
contacts:bring_point         page  point         ooooo-oo--  -------.--  -------o--  ----------
contacts:bring_point_docx    page  point         ooooo-oo--  -------.--  -------o--  ----------
contacts:point_of_meeting    page  point_meeting ooooo-oo--  -------.--  -------o--  ----------
contacts:edit_point          form  point         oowww-ww--  -------.--  -------w--  ----------
contacts:cancel_point        form  empty_point   oowww-ww--  -------.--  -------w--  ----------
contacts:hold_point          form  empty_point   ooooo-ow--  -------.--  -------w--  ----------
contacts:near                page  point         ooooo-ow--  -------.--  -------w--  ----------
contacts:note_worker         page  -  oooooooooo
contacts:take_opinion        form  point         ooooo-ow--  -------.--  -------w--  ----------
contacts:opinion             page  opinion       ooooo-oo--  -------.--  -------o--  ----------
contacts:edit_opinion        form  opinion       oowww-ww--  -------.--  -------w--  ----------
contacts:reclassify          form  opinion       oowww-ww--  -------.--  -------w--  ----------
contacts:attach_source       form  opinion       ooooo-ow--  -------.--  -------w--  ----------
contacts:answer_on_spot      form  opinion       ooooo-ow--  -------.--  -------w--  ----------

petitions:index              page  -  ooooooooee
petitions:export             page  -  ooooooooee
petitions:receive            form  -  oowwwwwwww
petitions:upload             form  -  oowwwwwwww
desk:desk                    page  -  oooooooooe
petitions:misroutes          page  -  ooooooooee
petitions:commit_all         form  answered      oowwwoww--  -------.--  -------w--  ----------
petitions:assess             form  answered      ooowwwww--  -------.--  -------w--  ----------
petitions:hear_voter         form  answered      ooooowww--  -------.--  -------w--  ----------
petitions:check_fact         form  received      oowww-ww--  -------.--  -------w--  ----------
petitions:send_down          form  received      wwwww-ww--  -------.--  -------w--  ----------
petitions:reading_rules      page  -  oooooooooo
petitions:set_rule           form  -  oowwwwwwww
petitions:end_rule           post  reading_rule  oowwwwww--  -------.--  -------w--  ----------
petitions:dashboard          page  -  ooooowooww
petitions:whole              page  -  ooooowooww
petitions:forward_many       form  -  oowwwwwwww
petitions:own_classes        page  -  ooooooooee
petitions:set_class          form  -  oowwwwwwww
petitions:end_class          post  own_class    oowwwwww--  -------.--  -------w--  ----------
petitions:remove_class       post  own_class    oowwwwww--  -------.--  -------w--  ----------
petitions:classify_answer    form  answered      oowwwwww--  -------.--  -------w--  ----------
petitions:annexes            page  -  ooooowooww
petitions:annex              page  name con-ton  ooooowooww
petitions:annex_docx         page  name con-ton  ooooowooww
petitions:annex_xlsx         page  name con-ton  ooooowooww
petitions:report             page  -  ooooowooww
petitions:report_docx        page  -  ooooowooww
petitions:forward_letter     page  forwarded     oooooooo--  -------.--  -------o--  ----------
petitions:urge_letter        page  forwarded     oooooooo--  -------.--  -------o--  ----------
petitions:take_in            form  file 1  wwwwwwwwww
petitions:read_columns       post  file 1  wwwwwwwwww
petitions:edit_many          form  file 1  wwwwwwwwww
petitions:long_file          page  long_file     oo--------  -------.--  ----------  ----------
petitions:write_file         post  long_file     oo--------  -------.--  ----------  ----------
petitions:cancel_file        post  long_file     oo--------  -------.--  ----------  ----------
petitions:reread             post  long_file     oo--------  -------.--  ----------  ----------
petitions:batch              page  batch         oo--------  -------.--  ----------  ----------
petitions:rejected           page  batch         oo--------  -------.--  ----------  ----------
petitions:imports            page  -  ooeeeeeeee
petitions:undo_import        form  batch         oo--------  -------.--  ----------  ----------
petitions:detail             page  forwarded     oooooooo--  -------.--  -------o--  ----------
petitions:hint               page  -  oooooooooo
petitions:repeats            page  -  oowwwwwwww
petitions:chain              page  forwarded     oooooooo--  -------.--  -------o--  ----------
petitions:confirm_repeat     post  repeat        oowww-ww--  -------.--  -------w--  ----------
petitions:reject_repeat      post  repeat        oowww-ww--  -------.--  -------w--  ----------
petitions:reconsider_repeat  post  judged_repeat oowww-ww--  -------.--  -------w--  ----------
petitions:merge              form  received      oowww-ww--  -------.--  -------w--  ----------
petitions:split              form  voice         oowww-ww--  -------.--  -------w--  ----------
petitions:edit               form  received      oowww-ww--  -------.--  -------w--  ----------
petitions:sort               form  received      oowww-ww--  -------.--  -------w--  ----------
petitions:reclassify         form  received      oowww-ww--  -------.--  -------w--  ----------
petitions:restore            form  noted         oowww-ww--  -------.--  -------w--  ----------
petitions:forward            form  sorted        oowww-ww--  -------.--  -------w--  ----------
petitions:urge               form  forwarded     oowwwwww--  -------.--  -------w--  ----------
petitions:extend             form  forwarded     oowwwwww--  -------.--  -------w--  ----------
petitions:send_back          form  forwarded     oowwwoww--  -------.--  -------w--  ----------
petitions:answer             form  forwarded     oowwwoww--  -------.--  -------w--  ----------
petitions:commit             form  answered      oowwwoww--  -------.--  -------w--  ----------
petitions:verify             form  answered      ooooowww--  -------.--  -------w--  ----------
petitions:accept             form  verified      oowwwwww--  -------.--  -------w--  ----------
petitions:reopen             form  verified      oowwwwww--  -------.--  -------w--  ----------
petitions:close              form  accepted      oowwwwww--  -------.--  -------w--  ----------
petitions:carry_over         form  forwarded     oowwwwww--  -------.--  -------w--  ----------
"""

VALUES: dict[str, dict[str, object]] = {
    "accounts:create_account": {"username": "moi.mau", "full_name": "Người Mới", "email": ""},
    "accounts:disable_account": {"reason": "nghỉ việc"},
    "accounts:require_factor": {"roles": ["chair"]},
    "search:save_filter": {"page": "petitions:index", "name": "Việc mới", "query": "trang-thai=moi"},
    "intake:take": {"text": "Trong năm đã tổ chức 12 cuộc giám sát (mẫu)."},
    "intake:accept": {"as_read": "1"},
    "reports:draft": {
        "council": "@council", "period": "year", "year": 2025, "as_of": "2026-03-02",
    },
    "reports:edit": {"version": 1, "new_petitions": "Việc chuyển kiến nghị còn chậm."},
    "reports:recompute": {"as_of": "2026-03-02"},
    "reports:sign": {"version": 1, "signer": "Người ký mẫu", "on": "2026-03-02"},
    "reports:discard": {"reason": "lập nhầm"},
    "obligations:fulfil": {"evidence": "Báo cáo 5", "on": "2026-03-02"},
    "obligations:accept": {"evidence": "Đã xem", "on": "2026-03-02"},
    "obligations:refuse": {"reason": "chưa xong", "on": "2026-03-02"},
    "obligations:extend": {"number": 5, "day_type": "working", "reason": "mưa", "on": "2026-03-02"},
    "obligations:reassign": {"debtor": "@other_department", "reason": "đổi việc", "on": "2026-03-02"},
    "obligations:set_deadline": {"due_on": "2026-04-01", "citation": "Thông báo 3"},
    "obligations:urge": {"text": "Đề nghị báo cáo", "on": "2026-03-02"},
    "obligations:cancel": {"reason": "trùng", "on": "2026-03-02"},
    "documents:draft": {
        "organ": "@own", "kind": "bao_cao", "abstract": "Báo cáo mẫu", "nature": "general", "urgency": "normal",
        "secrecy": "none", "copies": 1,
    },
    "documents:register_incoming": {
        "organ": "@own", "author": "Sở mẫu", "abstract": "Trả lời mẫu", "urgency": "normal", "secrecy": "none",
    },
    "documents:open_series": {"organ": "@own", "direction": "out", "nature": "general", "symbol": "MAU"},
    "documents:open_folder": {"organ": "@own", "code": "99", "title": "Hồ sơ mẫu", "year": 2026},
    "documents:submit": {"note": ""},
    "documents:send_back": {"reason": "sửa mục 2"},
    "documents:drop": {"reason": "không cần"},
    "documents:issue": {"signer": "@chair_office"},
    "documents:distribute": {"names": "Báo mẫu"},
    "documents:correct": {"way": "amend", "abstract": "Sửa đổi mẫu"},
    "documents:copy": {"kind": "SY", "signer": "@chair_office"},
    "documents:put": {"folder": "@empty_folder"},
    "documents:receive": {},
    "documents:route": {"organ": "@department"},
    "documents:finish": {"outcome": "đã trả lời"},
    "documents:copy_incoming": {"kind": "SL", "signer": "@chair_office"},
    "documents:put_incoming": {"folder": "@empty_folder"},
    "documents:close_folder": {},
    "legalclock:open_year": {"citation": "Bộ luật Lao động"},
    "legalclock:confirm_year": {"citation": "Thông báo 7"},
    "legalclock:keep_day": {"on": "2026-03-10", "kind": "holiday", "name": "Nghỉ mẫu", "citation": "Thông báo 1"},
    "legalclock:remove_day": {"reason": "ghi nhầm"},
    "legalclock:confirm": {"citation": "Điều 30"},
    "legalclock:override": {
        "number": 15, "day_type": "working", "citation": "Điều 27", "valid_from": "2026-03-01",
    },
    "legalclock:withdraw": {"on": "2026-03-31"},
    "territory:add": {
        "type": "phuong", "name": "Phường Mới", "code": "99009", "valid_from": "2026-01-01", "parent": "90",
        "basis": "Nghị quyết mẫu",
    },
    "territory:correct": {"name": "Tên Sửa", "valid_from": "2025-07-01", "basis": "Nghị quyết mẫu", "version": 1},
    "territory:end": {"on": "2026-03-01", "basis": "Nghị quyết mẫu"},
    "organisation:add_person": {"name": "Người Mới Mẫu"},
    "organisation:add_organ": {"kind": "delegate_group", "name": "Tổ đại biểu số 9 mẫu"},
    "organisation:open_term": {"years": "2031-2036", "starts_on": "25/03/2031"},
    "organisation:end_term": {"on": "30/03/2026", "version": 1},
    "organisation:edit_organ": {"name": "Tên cơ quan sửa", "valid_from": "01/07/2025", "version": 1},
    "organisation:end_organ": {"on": "01/03/2026", "basis": "Nghị quyết mẫu"},
    "organisation:appoint": {"name": "Người Mới Mẫu", "role": "clerk", "valid_from": "01/03/2026"},
    "organisation:edit_person": {"name": "Tên Người Sửa", "version": 1},
    "organisation:link_person": {"username": "@spare_account"},
    "organisation:edit_membership": {"valid_from": "02/07/2025", "reason": "ghi nhầm", "version": 1},
    "organisation:end_membership": {"on": "01/03/2026", "reason": "nghỉ hưu", "version": 1},
    "meetings:plan": {
        "kind": "standing", "title": "Phiên họp mẫu", "on": "2026-03-20", "begins": "08:00", "mode": "in_person",
        "place": "Hội trường",
    },
    "meetings:edit": {
        "title": "Tên sửa", "on": "2026-03-20", "begins": "08:00", "mode": "in_person", "place": "Hội trường",
        "version": 1,
    },
    "meetings:call": {"part": "guest", "guests": "Ông Khách"},
    "meetings:invite": {"organs_called": "@department"},
    "meetings:seat": {"s-TOTAL_FORMS": 1, "s-INITIAL_FORMS": 0, "s-0-place": "Điểm cầu mẫu", "version": 1},
    "meetings:set_agenda": {"n-TOTAL_FORMS": 1, "n-INITIAL_FORMS": 0, "n-0-what": "Nội dung mẫu", "version": 1},
    "meetings:minute": {
        "b-TOTAL_FORMS": 1, "b-INITIAL_FORMS": 1, "b-0-pk": "@agenda_item", "b-0-said": "Đã nêu", "version": 1,
    },
    "meetings:hold": {"people_present": 5},
    "meetings:cancel": {"reason": "bão"},
    "coordination:draft_conclusion": {"organ": "@standing", "title": "Kết luận mới", "held_on": "2026-03-01"},
    "coordination:edit_conclusion": {
        "organ": "@standing", "title": "Kết luận sửa", "held_on": "2026-03-01", "version": 1,
    },
    "coordination:add_task": {"kind": "task", "addressee": "Phòng", "what": "Họp", "organs": "@department"},
    "coordination:issue_conclusion": {"signer": "@chair_office", "version": 1},
    "coordination:enter_conclusion": {"number": "09/TB-HĐND", "on": "2026-03-02", "version": 1},
    "coordination:discard_conclusion": {"reason": "họp lại"},
    "coordination:amend_conclusion": {"reason": "đổi hạn"},
    "coordination:edit_task": {
        "kind": "task", "addressee": "Phòng", "what": "Họp lại", "organs": "@department", "version": 1,
    },
    "coordination:remove_task": {},
    "coordination:receive_conclusion": {},
    "coordination:report_task": {"percent": 40, "words": "Đã họp", "on": "2026-03-02"},
    "contacts:open_round": {
        "kind": "thematic", "title": "Đợt mới", "starts_on": "2026-03-02", "ends_on": "2026-03-05",
    },
    "contacts:edit_round": {
        "kind": "thematic", "title": "Tên sửa", "starts_on": "2026-02-20", "ends_on": "2026-03-12", "version": 1,
    },
    "contacts:add_point": {"mode": "in_person", "place": "Nhà văn hóa", "on": "2026-03-03", "begins": "08:00"},
    "contacts:summarise_round": {},
    "contacts:reopen_round": {"reason": "sót một tổ"},
    "contacts:edit_point": {
        "mode": "in_person", "place": "Nơi khác", "on": "2026-03-01", "begins": "08:00", "version": 1,
    },
    "contacts:cancel_point": {"reason": "bão"},
    "contacts:hold_point": {"people_present": 50},
    "contacts:take_opinion": {"text": "Cống tắc", "kind": "petition"},
    "contacts:edit_opinion": {"text": "Sửa lời", "voices": 2, "version": 1},
    "contacts:reclassify": {"kind": "opinion", "reason": "chỉ hỏi"},
    "contacts:answer_on_spot": {"text": "Sẽ sửa", "answered_by": "Ông B"},
    "petitions:receive": {
        "text": "Kiến nghị mới", "received_on": "2026-03-01", "channel": "contact", "kind": "petition", "voices": 1,
    },
    "petitions:confirm_repeat": {"kind": "asked_again"},
    "petitions:merge": {"into": "KN-0002/2026"},
    "petitions:edit": {"version": 1, "text": "Sửa lời kiến nghị", "voices": 3},
    "petitions:sort": {"field": "@field", "level": "commune"},
    "petitions:reclassify": {"kind": "opinion", "reason": "chỉ hỏi"},
    "petitions:restore": {"reason": "đúng là kiến nghị"},
    "petitions:forward": {"lead": "@department", "on": "2026-03-02"},
    "petitions:urge": {"text": "Đề nghị trả lời", "on": "2026-03-02"},
    "petitions:extend": {"number": 5, "day_type": "working", "reason": "mưa", "on": "2026-03-02"},
    "petitions:commit_all": {"loi-hua": "13-42"},
    "petitions:assess": {"organ": "@body", "verdict": "good", "text": "Rõ ràng", "on": "2026-03-02"},
    "petitions:hear_voter": {"heard": "gặp tại nhà", "verdict": "good", "text": "Đã làm", "on": "2026-03-02"},
    "petitions:check_fact": {
        "quote": "đường hỏng", "verdict": "checked", "source": "Hồ sơ", "by": "Ông mẫu", "on": "2026-03-02",
    },
    "petitions:set_class": {"name": "Hoàn thành", "outcome": "settled"},
    "petitions:classify_answer": {"own_class": ""},
    "petitions:set_rule": {
        "dimension": "field", "words": "bến mẫu", "value": "thuy-san", "weight": "8", "valid_from": "2026-03-02",
    },
    "petitions:send_back": {"reason": "không thuộc", "competent_name": "Sở mẫu", "basis": "Điều 3", "on": "2026-03-02"},
    "petitions:answer": {"number": "58", "text": "Đã xong.", "outcome": "settled", "on": "2026-03-01"},
    "petitions:commit": {"quote": "Đã sửa xong.", "what": "Sửa nốt", "due_on": "2026-05-01"},
    "petitions:verify": {
        "on": "2026-03-02", "by": "Ông mẫu", "place": "Tổ 4", "finding": "passed", "text": "Đã xem.",
    },
    "petitions:accept": {"evidence": "Biên bản", "on": "2026-03-02", "decided_by": "@chair"},
    "petitions:reopen": {"reason": "chưa đạt", "on": "2026-03-02", "decided_by": "@chair"},
    "petitions:close": {"on": "2026-03-02"},
    "petitions:carry_over": {"to_session": "@next_session", "reason": "chưa xong", "on": "2026-03-02"},
}  # fmt: skip
"""Good values for the deeds ("@x": that record of the council). With them an `o` must leave a line in the journal."""
