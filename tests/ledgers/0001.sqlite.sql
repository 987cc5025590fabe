BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE attempt (
	id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	sender_id INTEGER NOT NULL, 
	mechanism TEXT NOT NULL, 
	host TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_run_id FOREIGN KEY(run_id) REFERENCES run (id), 
	CONSTRAINT fk_attempt_sender_id FOREIGN KEY(sender_id) REFERENCES sender (id)
);
INSERT INTO "attempt" VALUES(1,1,1,'one-click','shop.example','2@mail.example','--yes',1774008000000000);
CREATE TABLE attempt_result (
	id INTEGER NOT NULL, 
	attempt_id INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	status INTEGER, 
	owner_url TEXT NOT NULL, 
	retry_at BIGINT, 
	rule TEXT NOT NULL, 
	sent BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_attempt_result PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_result_attempt_id FOREIGN KEY(attempt_id) REFERENCES attempt (id)
);
INSERT INTO "attempt_result" VALUES(1,1,'accepted','200 without words',200,'',NULL,'',312,1774008000000000);
CREATE TABLE cursor (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	uidvalidity BIGINT NOT NULL, 
	uid BIGINT NOT NULL, 
	recorded BIGINT NOT NULL, 
	CONSTRAINT pk_cursor PRIMARY KEY (id)
);
INSERT INTO "cursor" VALUES(1,'main','INBOX',7,1,1774008000000000);
INSERT INTO "cursor" VALUES(2,'main','INBOX',7,2,1774008000000000);
CREATE TABLE forgotten (
	id INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	said BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_forgotten PRIMARY KEY (id)
);
CREATE TABLE learned (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	authserv_id TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_learned PRIMARY KEY (id)
);
INSERT INTO "learned" VALUES(1,'main','mx.home.example',1774008000000000);
CREATE TABLE message (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	sender_id INTEGER, 
	name TEXT NOT NULL, 
	address TEXT NOT NULL, 
	alias TEXT NOT NULL, 
	arrived BIGINT NOT NULL, 
	claimed_date BIGINT, 
	size BIGINT NOT NULL, 
	subject TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	signs TEXT NOT NULL, 
	mechanisms TEXT NOT NULL, 
	authenticated BOOLEAN, 
	recorded BIGINT NOT NULL, 
	CONSTRAINT pk_message PRIMARY KEY (id), 
	CONSTRAINT uq_message_key UNIQUE ("key", account), 
	CONSTRAINT fk_message_sender_id FOREIGN KEY(sender_id) REFERENCES sender (id)
);
INSERT INTO "message" VALUES(1,'main','key-1','1@mail.example',1,'Shop News','mail@shop.example','me@home.example',1770552000000000,1770551940000000,2048,'Subject 1','newsletter','[["list-id","It names a list.",1.5,"shop.example","m@mail.example"]]','one-click page',1,1774008000000000);
INSERT INTO "message" VALUES(2,'main','key-2','2@mail.example',1,'Shop News','mail@shop.example','me@home.example',1773748800000000,1773748740000000,2048,'Subject 2','newsletter','[["list-id","It names a list.",1.5,"shop.example","m@mail.example"]]','one-click page',1,1774008000000000);
CREATE TABLE move (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	uidvalidity BIGINT NOT NULL, 
	uid BIGINT NOT NULL, 
	run_id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	destination TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_move PRIMARY KEY (id), 
	CONSTRAINT fk_move_run_id FOREIGN KEY(run_id) REFERENCES run (id)
);
INSERT INTO "move" VALUES(1,'main','INBOX',7,1,1,'key-1','1@mail.example','Unwanted',1774008000000000);
CREATE TABLE move_event (
	id INTEGER NOT NULL, 
	move_id INTEGER NOT NULL, 
	event TEXT NOT NULL, 
	folder TEXT, 
	uidvalidity BIGINT, 
	uid BIGINT, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_move_event PRIMARY KEY (id), 
	CONSTRAINT fk_move_event_move_id FOREIGN KEY(move_id) REFERENCES move (id)
);
INSERT INTO "move_event" VALUES(1,1,'done',NULL,NULL,NULL,1774008000000000);
INSERT INTO "move_event" VALUES(2,1,'undone',NULL,NULL,NULL,1774008000000000);
CREATE TABLE place (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	uidvalidity BIGINT NOT NULL, 
	uid BIGINT NOT NULL, 
	message_id INTEGER NOT NULL, 
	in_junk BOOLEAN NOT NULL, 
	recorded BIGINT NOT NULL, 
	CONSTRAINT pk_place PRIMARY KEY (id), 
	CONSTRAINT uq_place_account UNIQUE (account, folder, uidvalidity, uid), 
	CONSTRAINT fk_place_message_id FOREIGN KEY(message_id) REFERENCES message (id)
);
INSERT INTO "place" VALUES(1,'main','INBOX',7,1,1,0,1774008000000000);
INSERT INTO "place" VALUES(2,'main','INBOX',7,2,2,0,1774008000000000);
CREATE TABLE quarantine (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	uidvalidity BIGINT NOT NULL, 
	uid BIGINT NOT NULL, 
	arrived BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	recorded BIGINT NOT NULL, 
	CONSTRAINT pk_quarantine PRIMARY KEY (id), 
	CONSTRAINT uq_quarantine_account UNIQUE (account, folder, uidvalidity, uid)
);
CREATE TABLE report_sent (
	id INTEGER NOT NULL, 
	month DATE NOT NULL, 
	recipient TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_report_sent PRIMARY KEY (id)
);
INSERT INTO "report_sent" VALUES(1,'2026-03-01','me@home.example',1774008000000000);
CREATE TABLE run (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	command TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	began BIGINT NOT NULL, 
	CONSTRAINT pk_run PRIMARY KEY (id)
);
INSERT INTO "run" VALUES(1,'main','cleanup','--yes',1774008000000000);
CREATE TABLE run_end (
	id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	ended BIGINT NOT NULL, 
	CONSTRAINT pk_run_end PRIMARY KEY (id), 
	CONSTRAINT uq_run_end_run_id UNIQUE (run_id), 
	CONSTRAINT fk_run_end_run_id FOREIGN KEY(run_id) REFERENCES run (id)
);
INSERT INTO "run_end" VALUES(1,1,1774008000028886);
CREATE TABLE salt (
	id INTEGER NOT NULL, 
	salt TEXT NOT NULL, 
	CONSTRAINT pk_salt PRIMARY KEY (id)
);
INSERT INTO "salt" VALUES(1,'ca46746d0295d94e87c74c7223eeaeac34e63e3a43bcc65ae6c588a29bd83e9e');
CREATE TABLE sender (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	account TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	name TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	recorded BIGINT NOT NULL, 
	CONSTRAINT uq_sender_value UNIQUE (value, kind, account)
);
INSERT INTO "sender" VALUES(1,'main','list','news.shop.example','Shop News','shop.example',1774008000000000);
CREATE TABLE standing_rule (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_standing_rule PRIMARY KEY (id)
);
INSERT INTO "standing_rule" VALUES(1,'main','ask',1774008000000000);
CREATE TABLE trace (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	address TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	message_id TEXT NOT NULL, 
	quote TEXT NOT NULL, 
	recorded BIGINT NOT NULL, 
	CONSTRAINT pk_trace PRIMARY KEY (id), 
	CONSTRAINT uq_trace_organisation UNIQUE (organisation, address, message_id, kind, at, account)
);
INSERT INTO "trace" VALUES(1,'main','order','shop.example','x@shop.example',1773230400000000,'o@shop.example','Order 1',1774008000000000);
CREATE TABLE trait (
	id INTEGER NOT NULL, 
	sender_id INTEGER NOT NULL, 
	trait TEXT NOT NULL, 
	value TEXT NOT NULL, 
	recorded BIGINT NOT NULL, 
	CONSTRAINT pk_trait PRIMARY KEY (id), 
	CONSTRAINT uq_trait_sender_id UNIQUE (sender_id, trait, value), 
	CONSTRAINT fk_trait_sender_id FOREIGN KEY(sender_id) REFERENCES sender (id)
);
INSERT INTO "trait" VALUES(1,1,'address','mail@shop.example',1774008000000000);
INSERT INTO "trait" VALUES(2,1,'alias','me@home.example',1774008000000000);
INSERT INTO "trait" VALUES(3,1,'folder','INBOX',1774008000000000);
CREATE TABLE verdict (
	id INTEGER NOT NULL, 
	sender_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	standing TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	because TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_verdict PRIMARY KEY (id), 
	CONSTRAINT fk_verdict_sender_id FOREIGN KEY(sender_id) REFERENCES sender (id)
);
INSERT INTO "verdict" VALUES(1,1,'newsletter','unconsented','no trace of your consent in 14 months of mail','[["list-id","It names a list.",1.5,"news.shop.example","1@shop.example"]]',1774008000000000);
CREATE TABLE word (
	id INTEGER NOT NULL, 
	account TEXT, 
	answer TEXT NOT NULL, 
	target TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_word PRIMARY KEY (id)
);
INSERT INTO "word" VALUES(1,'main','refuse','news.shop.example',1774008000000000);
CREATE INDEX ix_sender_organisation ON sender (organisation);
CREATE INDEX ix_message_sender_id ON message (sender_id, kind, arrived);
CREATE INDEX ix_message_account ON message (account, arrived, sender_id, kind);
CREATE INDEX ix_message_message_id ON message (message_id, account);
CREATE INDEX ix_place_message_id ON place (message_id);
CREATE INDEX ix_cursor_account ON cursor (account, folder, id);
CREATE INDEX ix_verdict_sender_id ON verdict (sender_id, id);
CREATE INDEX ix_forgotten_digest ON forgotten (digest);
CREATE INDEX ix_standing_rule_account ON standing_rule (account, id);
CREATE INDEX ix_learned_account ON learned (account, id);
CREATE INDEX ix_attempt_sender_id ON attempt (sender_id, id);
CREATE INDEX ix_attempt_at ON attempt (at);
CREATE INDEX ix_attempt_result_attempt_id ON attempt_result (attempt_id, id);
CREATE INDEX ix_attempt_result_at ON attempt_result (at);
CREATE INDEX ix_move_key ON move ("key");
CREATE INDEX ix_move_run_id ON move (run_id);
CREATE INDEX ix_move_event_move_id ON move_event (move_id, id);
CREATE INDEX ix_report_sent_month ON report_sent (month);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('sender',1);
COMMIT;
