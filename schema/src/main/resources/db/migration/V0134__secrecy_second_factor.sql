-- Whom the house asks for a second factor (docs/adr/0099).

alter table secrecy_setting
    add column second_factor text not null default 'free' check (second_factor in ('free', 'administrators', 'everybody'));
comment on column secrecy_setting.second_factor is
    'Who gets no further than the own account without a second factor (第二因素要求): nobody, whoever rules over people or secrets, or everybody';
