"""A parish on a CGI mailing program: join or leave by radio, the address typed, then "is this right?"."""

from dataclasses import replace
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

_PARISH = """<HTML>
<HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={{charset}}">
<TITLE>{{title}}</TITLE></HEAD>
<BODY BGCOLOR=#FFFFF0 TEXT=#333333 LINK=#006699>
<CENTER><FONT SIZE=5 COLOR=#663300><B>{{title}}</B></FONT><BR>
<IMG SRC=/img/line.gif WIDTH=480 HEIGHT=4 ALT=""><P>
{{{inner}}}
<HR WIDTH=480><A HREF=/index.html>{{back_home}}</A> | <A HREF="/bbs/bbs.cgi">{{board}}</A> |
<A HREF=/access.html>{{map}}</A>
<P><FONT SIZE=1>{{made}}</FONT></CENTER>
</BODY></HTML>"""


_PARISH_ASK = """{{lead}}
<FORM ACTION=mm.cgi METHOD=POST>
<INPUT TYPE=hidden NAME=bk VALUE=1><INPUT TYPE=hidden NAME=act VALUE=check>
<TABLE BORDER=1 CELLPADDING=5 WIDTH=480>
<TR><TD BGCOLOR=#EEDDBB>{{field}}<TD><INPUT TYPE=text NAME=mail SIZE=32 VALUE="">
<TR><TD BGCOLOR=#EEDDBB>{{which}}<TD><INPUT TYPE=radio NAME=mode VALUE=add CHECKED>{{add}}
<INPUT TYPE=radio NAME=mode VALUE=del>{{del}}
</TABLE>
<P><INPUT TYPE=submit VALUE="{{send}}"> <INPUT TYPE=reset VALUE="{{clear}}">
</FORM>"""


_PARISH_CHECK = """{{sure}}
<TABLE BORDER=1 CELLPADDING=5 WIDTH=480>
<TR><TD BGCOLOR=#EEDDBB>{{field}}<TD>{{mail_given}}
<TR><TD BGCOLOR=#EEDDBB>{{which}}<TD><B>{{mode_said}}</B>
</TABLE>
<TABLE><TR><TD><FORM ACTION=mm.cgi METHOD=POST><INPUT TYPE=hidden NAME=bk VALUE=1>
<INPUT TYPE=hidden NAME=act VALUE=run><INPUT TYPE=hidden NAME=mail VALUE="{{mail_given}}">
<INPUT TYPE=hidden NAME=mode VALUE={{mode}}><INPUT TYPE=submit VALUE="{{yes}}"></FORM>
<TD><FORM ACTION=mm.cgi METHOD=GET><INPUT TYPE=hidden NAME=bk VALUE=1><INPUT TYPE=submit
 VALUE="{{no}}"></FORM></TABLE>"""


_PARISH_SAID = """<FONT COLOR=#990000>{{says}}</FONT>"""


class ParishLetter(Newcomer):
    """A parish on a CGI mailing program: join or leave by radio, the address typed, then "is this right?".

    The link of the letter carries no token, the radio stands at "join", and two of the three pages
    are in the charset of their time.
    """

    name = "parish-letter"
    languages = ("ja", "zh", "ko")
    words: ClassVar[Words] = {
        "ja": {
            "charset": "Shift_JIS",
            "subject": "【寺報メール】十月の行事",
            "mail": "秋も深まってまいりました。今月の法話会のご案内です。",
            "foot": "配信の停止はこちらのページから",
            "title": "光照寺 寺報メール",
            "lead": "寺報メールの登録・停止のお手続きができます。",
            "field": "メールアドレス",
            "which": "お手続き",
            "add": "新規に申し込む",
            "del": "配信を止める",
            "send": "次へ進む",
            "clear": "書き直す",
            "sure": "以下の内容でお間違いありませんか。",
            "yes": "はい",
            "no": "いいえ、戻ります",
            "gone": "配信を止めました。長らくのご愛読、ありがとうございました。",
            "added": "お申し込みを承りました。",
            "unknown": "このアドレスは名簿にございません。",
            "empty": "メールアドレスをご記入ください。",
            "back_home": "トップへ",
            "board": "掲示板",
            "map": "交通案内",
            "made": "光照寺ホームページ係 (1999年開設)",
        },
        "zh": {
            "charset": "UTF-8",
            "subject": "恩泉堂周讯 第四十一期",
            "mail": "平安！本周聚会安排与代祷事项如下。",
            "foot": "周讯登记或取消",
            "title": "恩泉堂周讯邮件",
            "lead": "请填写邮箱，并选择要办理的事项。",
            "field": "电子邮箱",
            "which": "办理事项",
            "add": "我要登记",
            "del": "不再接收",
            "send": "下一步",
            "clear": "重填",
            "sure": "请核对以下内容：",
            "yes": "没错",
            "no": "返回修改",
            "gone": "已为您取消，周讯以后不再寄到您的邮箱。愿平安与您同在。",
            "added": "登记成功，欢迎您！",
            "unknown": "名单中没有这个邮箱。",
            "empty": "请填写邮箱。",
            "back_home": "返回首页",
            "board": "留言板",
            "map": "交通指引",
            "made": "恩泉堂资讯组制作",
        },
        "ko": {
            "charset": "EUC-KR",
            "subject": "[주보메일] 10월 첫째 주 소식",
            "mail": "샬롬! 이번 주 예배와 모임 안내를 드립니다.",
            "foot": "주보메일 신청·중단",
            "title": "샘물교회 주보메일",
            "lead": "주보메일을 새로 신청하시거나 그만 받으실 수 있습니다.",
            "field": "메일 주소",
            "which": "선택",
            "add": "신청합니다",
            "del": "그만 받겠습니다",
            "send": "다음",
            "clear": "다시 쓰기",
            "sure": "아래 내용이 맞습니까?",
            "yes": "예, 맞습니다",
            "no": "아니오",
            "gone": "주보메일을 더 이상 보내 드리지 않겠습니다. 그동안 감사했습니다.",
            "added": "신청되었습니다.",
            "unknown": "명단에 없는 주소입니다.",
            "empty": "메일 주소를 적어 주세요.",
            "back_home": "처음으로",
            "board": "게시판",
            "map": "오시는 길",
            "made": "샘물교회 전산부",
        },
    }

    @property
    def way(self) -> str:
        return "/cgi-bin/mm/mm.cgi?bk=1"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/cgi-bin/mm/mm.cgi":
            return self.unknown(visit)
        if visit.method == "GET":
            return self.old(_PARISH_ASK)
        given, mode = visit.sends("mail") or "", visit.sends("mode") or ""
        if not given:
            return self.old(_PARISH_SAID, says=self.own["empty"])
        if mode not in {"add", "del"}:
            self.wrong(Move.TWISTED, visit)
            return self.old(_PARISH_ASK)
        if mode == "del" and (given.lower() != self.alias or self.ended):
            return self.old(_PARISH_SAID, says=self.own["unknown"])
        if visit.sends("act") != "run":
            said = self.own[mode]
            return self.old(_PARISH_CHECK, mail_given=given, mode=mode, mode_said=said)
        if mode == "add":
            self.join(visit)
            return self.old(_PARISH_SAID, says=self.own["added"])
        self.leave()
        return self.old(_PARISH_SAID, says=self.own["gone"])

    def old(self, inner: str, **more: str) -> Reply:
        """A page in its own charset; the Japanese server leaves it to the META tag to say so."""
        charset = self.own["charset"]
        made = self.lay(_PARISH, inner=self.text(inner, **more))
        kind = "text/html" if self.language == "ja" else f"text/html; charset={charset}"
        return replace(made, body=made.body.decode().encode(charset), kind=kind)
