"""A telecom's page on advertising consent: a table with a masked address, the result in a cell."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

_DIAL = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="UTF-8"><meta name="robots" content="noindex">
<title>{{title}}</title><link rel="stylesheet" href="/css/common.css?v=20240311">
<script src="/js/jquery.min.js"></script></head>
<body><div id="wrap"><div id="header"><h1 class="logo"><a href="/"><img src="/img/ci.svg"
 alt="{{brand}}"></a></h1><a href="/login" class="util">{{login}}</a></div>
<div id="content">{{{inner}}}</div>
<div id="footer"><a href="/privacy"><b>{{privacy}}</b></a><a href="/terms">{{terms}}</a>
<address>{{imprint}}</address></div></div></body></html>"""


_DIAL_ASK = """<div class="box"><p class="tit">{{ask}}</p>
<form name="frm" id="frm" action="rejectProc.do" method="post">
<input type="hidden" name="encKey" value="{{token}}"><input type="hidden" name="chnl" value="EML">
<table class="tbl"><colgroup><col width="30%"><col></colgroup>
<tr><th scope="row">{{field}}</th><td><input type="text" name="mask" value="a**@h***.test"
 readonly="readonly"></td></tr>
<tr><th scope="row">{{kind}}</th><td>{{kind_value}}</td></tr></table>
<ul class="note"><li>{{note1}}</li><li>{{note2}}</li></ul>
<div class="btnArea"><a href="/" class="btn gray"><span>{{cancel}}</span></a>
<button type="submit" class="btn red"><span>{{go}}</span></button></div></form></div>"""


_DIAL_DONE = """<div class="box"><p class="tit">{{result}}</p><table class="tbl">
<tr><th>{{who}}</th><td>{{brand}}</td></tr>
<tr><th>{{field}}</th><td>a**@h***.test</td></tr>
<tr><th>{{when}}</th><td>2026-10-05 09:12</td></tr>
<tr><th>{{state}}</th><td><em class="red">{{done}}</em></td></tr></table>
<div class="btnArea"><a href="/" class="btn">{{ok}}</a></div></div>"""


_DIAL_BAD = """<div class="box"><p class="tit">{{bad}}</p></div>"""


class DialTone(Newcomer):
    """A telecom's page on advertising consent: a table with a masked address, the result in a cell."""

    name = "dial-tone"
    brand = "TeleOne"
    languages = ("ko", "zh", "tr")
    words: ClassVar[Words] = {
        "ko": {
            "subject": "(광고) 10월 요금제 혜택 안내",
            "mail": "이번 달 고객님을 위한 데이터 혜택을 준비했습니다.",
            "foot": "수신거부",
            "title": "광고성 정보 메일 수신거부",
            "ask": "광고성 메일 수신 동의를 철회하시겠습니까?",
            "field": "이메일",
            "kind": "구분",
            "kind_value": "혜택·이벤트 메일",
            "note1": "철회하시더라도 요금 청구서 및 약관 변경 안내 메일은 발송됩니다.",
            "note2": "문자(SMS) 수신 동의는 고객센터 앱에서 변경하실 수 있습니다.",
            "cancel": "취소",
            "go": "철회하기",
            "result": "수신동의 철회 처리결과 안내",
            "who": "전송자",
            "when": "처리일시",
            "state": "처리결과",
            "done": "수신동의 철회 완료",
            "ok": "확인",
            "bad": "잘못된 접근입니다.",
            "imprint": "(주)텔레원 서울특별시 중구 가상로 1 대표전화 1500-0000",
        },
        "zh": {
            "subject": "十月套餐优惠，等您来领",
            "mail": "尊敬的客户，本月为您准备了专属流量福利。",
            "foot": "不想再收到此类邮件",
            "title": "邮件接收设置",
            "ask": "以后不再给您发送优惠资讯邮件，可以吗？",
            "field": "邮箱地址",
            "kind": "邮件类型",
            "kind_value": "优惠与活动资讯",
            "note1": "电子账单和业务通知不受影响。",
            "note2": "短信通知请登录网上营业厅修改。",
            "cancel": "再想想",
            "go": "好，不要再发了",
            "result": "办理结果",
            "who": "发件方",
            "when": "办理时间",
            "state": "状态",
            "done": "已停止发送，您不会再收到此类邮件",
            "ok": "返回首页",
            "bad": "链接无效或参数错误。",
            "imprint": "通壹电信有限公司 版权所有 客服热线 10000",
        },
        "tr": {
            "subject": "Ekim ayına özel paketler",
            "mail": "Değerli müşterimiz, bu aya özel internet hediyeniz hazır.",
            "foot": "RET için tıklayın",
            "title": "Ticari elektronik ileti tercihi",
            "ask": "E-posta ile ticari ileti onayınızı geri çekmek istiyor musunuz?",
            "field": "E-posta adresi",
            "kind": "İleti türü",
            "kind_value": "Kampanya ve fırsatlar",
            "note1": "Fatura ve abonelik bilgilendirmeleriniz gönderilmeye devam eder.",
            "note2": "Arama ve SMS izinlerinizi Online İşlemler’den değiştirebilirsiniz.",
            "cancel": "Vazgeç",
            "go": "Onayımı geri çek",
            "result": "İşlem sonucu",
            "who": "Hizmet sağlayıcı",
            "when": "İşlem zamanı",
            "state": "Durum",
            "done": "Ret bildiriminiz işlendi, size artık kampanya e-postası gönderilmeyecek",
            "ok": "Tamam",
            "bad": "Geçersiz istek.",
            "imprint": "TeleOne İletişim A.Ş. Hayali Cad. 1, İstanbul",
        },
    }

    @property
    def way(self) -> str:
        return f"/mail/optout/reject.do?encKey={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/mail/optout/reject.do":
                known = visit.asks("encKey") == self.token
                shown = (_DIAL_DONE if self.ended else _DIAL_ASK) if known else _DIAL_BAD
                return self.lay(_DIAL, inner=self.text(shown))
            case "POST", "/mail/optout/rejectProc.do":
                return self.rejected(visit)
            case _:
                return self.around(visit) or self.unknown(visit)

    def rejected(self, visit: Visit) -> Reply:
        if visit.sends("encKey") != self.token or visit.sends("chnl") != "EML":
            return self.lay(_DIAL, inner=self.text(_DIAL_BAD))
        if visit.sends("mask") != "a**@h***.test":
            self.wrong(Move.TWISTED, visit)
        self.leave()
        return self.lay(_DIAL, inner=self.text(_DIAL_DONE))
