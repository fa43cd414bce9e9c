-- answers kept for repeated requests held whole previews of files and views of accounts, and so people in clear
update once_only
set answer = jsonb_build_object('id', answer -> 'id')
where (operation like 'POST /api/imports%' or operation like 'POST /api/accounts%')
  and answer ? 'id';
