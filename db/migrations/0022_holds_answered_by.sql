-- Who of us noted the customer's answer; null when the customer gave it. With four eyes somebody else decides.
alter table holds add column answered_by_id text;
