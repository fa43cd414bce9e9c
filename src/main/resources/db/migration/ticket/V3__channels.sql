alter table ticket drop constraint ticket_channel_check,
    add constraint ticket_channel_check
        check (channel in ('WEB', 'HOTLINE', 'MAILBOX', 'COUNTER', 'GRID', 'OPEN311'));
alter table appeal drop constraint appeal_channel_check,
    add constraint appeal_channel_check
        check (channel in ('WEB', 'HOTLINE', 'MAILBOX', 'COUNTER', 'GRID', 'OPEN311'));
