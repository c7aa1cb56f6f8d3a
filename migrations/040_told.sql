-- Tables that answers are made of tell of their changes (migration 029), those too that are not guarded as others are.
select platform.tells('platform.personal');
select platform.tells('platform.security_event');
select platform.tells('decisions.seal');
