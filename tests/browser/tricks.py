"""Pages that try to get round the guard. TRAP is a port on loopback where nobody may be seen.

Every page says first that its script runs (a request to /ran), so that no trick passes by having done nothing.
"""

RAN = "<script>fetch('/ran?' + location.pathname.slice(1))</script>"

TRICKS = {
    "fetch": "<script>fetch('http://127.0.0.1:TRAP/').catch(() => 0)</script>",
    "fetch-tls": "<script>fetch('https://127.0.0.1:TRAP/', {mode: 'no-cors'}).catch(() => 0)</script>",
    "fetch-localhost": "<script>for (const h of ['localhost', '[::1]', '0.0.0.0', '127.1', '2130706433'])"
    "fetch(`https://${h}:TRAP/`, {mode: 'no-cors'}).catch(() => 0)</script>",
    "fetch-metadata": "<script>fetch('http://169.254.169.254/latest/meta-data/').catch(() => 0);"
    "fetch('https://169.254.169.254/', {mode: 'no-cors'}).catch(() => 0)</script>",
    "fetch-names": "<script>for (const h of ['inside', 'router', 'metadata', 'six', 'mapped'])"
    "fetch(`https://${h}.test/`, {mode: 'no-cors'}).catch(() => 0)</script>",
    "script-names": "<script src='https://inside.test/a.js'></script><script src='https://router.test/a.js'></script>"
    "<link rel=stylesheet href='https://six.test/a.css'><script src='https://127.0.0.1:TRAP/a.js'></script>",
    "post": "<script>fetch('https://127.0.0.1:TRAP/', {method: 'POST', mode: 'no-cors', body: 'x'}).catch(() => 0)"
    "</script>",
    "beacon": "<script>try { navigator.sendBeacon('https://127.0.0.1:TRAP/', 'x') } catch {}</script>"
    "<a id=a href='/' ping='http://127.0.0.1:TRAP/'>x</a>",
    "web-socket": "<iframe id=f></iframe><script>for (const s of ['ws', 'wss']) { try {"
    "new (window.WebSocket ?? f.contentWindow.WebSocket)(s + '://127.0.0.1:TRAP/') } catch {} }</script>",
    "web-rtc": "<iframe id=f></iframe><script>"
    "const P = window.RTCPeerConnection ?? f.contentWindow.RTCPeerConnection;"
    "if (P) { const p = new P({iceServers: [{urls: ['stun:127.0.0.1:TRAP', 'turn:127.0.0.1:TRAP?transport=tcp'],"
    "username: 'u', credential: 'c'}]}); p.createDataChannel('x');"
    "p.createOffer().then(o => p.setLocalDescription(o)) }</script>",
    "web-transport": "<script>try { new WebTransport('https://127.0.0.1:TRAP/') } catch {}</script>",
    "event-source": "<script>try { new EventSource('https://127.0.0.1:TRAP/') } catch {}</script>",
    "image": "<img src='http://127.0.0.1:TRAP/a.png'><img src='https://127.0.0.1:TRAP/a.png'>"
    "<video src='https://127.0.0.1:TRAP/v.mp4' autoplay></video>"
    "<style>@font-face { font-family: x; src: url(https://127.0.0.1:TRAP/f.woff2) } body { font-family: x;"
    "background: url(https://127.0.0.1:TRAP/b.png) }</style>",
    "frame": "<iframe src='http://127.0.0.1:TRAP/'></iframe><iframe src='https://inside.test/'></iframe>"
    "<object data='https://127.0.0.1:TRAP/'></object><embed src='https://127.0.0.1:TRAP/'>",
    "frame-in-frame": "<iframe srcdoc=\"<script>fetch('https://127.0.0.1:TRAP/', {mode: 'no-cors'})</script>"
    "<img src='http://127.0.0.1:TRAP/'>\"></iframe>",
    "window": "<script>window.open('http://127.0.0.1:TRAP/'); window.open('https://inside.test/')</script>"
    "<a id=a target=_blank href='http://127.0.0.1:TRAP/'>x</a><script>a.click()</script>",
    "form": "<form id=f method=post target=_blank action='http://127.0.0.1:TRAP/'></form><script>f.submit()</script>",
    "prefetch": "<link rel=dns-prefetch href='//inside.test'><link rel=preconnect href='https://127.0.0.1:TRAP'>"
    "<link rel=prefetch href='https://127.0.0.1:TRAP/'><link rel=preload as=fetch href='https://127.0.0.1:TRAP/'>"
    "<link rel=modulepreload href='https://127.0.0.1:TRAP/m.js'><link rel=manifest href='https://127.0.0.1:TRAP/m'>"
    "<link rel=icon href='https://127.0.0.1:TRAP/i.ico'>"
    '<script type=speculationrules>{"prerender": [{"urls": ["https://127.0.0.1:TRAP/", "/pre"],'
    ' "eagerness": "immediate"}]}</script>',
    "workers": "<script>const code = \"fetch('https://127.0.0.1:TRAP/', {mode: 'no-cors'}).catch(() => 0)\";"
    "const url = URL.createObjectURL(new Blob([code])); new Worker(url);"
    "try { new SharedWorker(url) } catch {}</script>",
    "service-worker": "<script>navigator.serviceWorker?.register('/sw.js').catch(() => 0)</script>",
    "download": "<a id=a download href='/octets'>x</a><script>a.click();"
    "const b = document.createElement('a'); b.download = 'x.txt'; b.href = 'data:,x'; b.click()</script>",
    "file": "<iframe src='file:///etc/passwd'></iframe><script src='file:///etc/passwd'></script>"
    "<script>fetch('file:///etc/passwd').catch(() => 0);"
    "try { location = 'file:///etc/passwd' } catch {}</script>",
    "data": "<script>try { location = 'data:text/html,<h1>You have been unsubscribed.</h1>' } catch {}</script>",
    "javascript-link": "<a id=a href=\"javascript:fetch('https://127.0.0.1:TRAP/', {mode: 'no-cors'})\">x</a>"
    "<script>a.click()</script>",
    "permissions": "<script>navigator.geolocation?.getCurrentPosition(() => fetch('/got'));"
    "navigator.mediaDevices?.getUserMedia({video: true}).then(() => fetch('/got'));"
    "window.Notification?.requestPermission().then((p) => p === 'granted' && fetch('/got'));"
    "navigator.clipboard?.readText().then(() => fetch('/got'))</script>",
}
"""Tricks after which the page is still there."""

LEADING_AWAY = {
    "location": "<script>location = 'http://127.0.0.1:TRAP/'</script>",
    "location-name": "<script>location.replace('https://inside.test/')</script>",
    "refresh": "<meta http-equiv=refresh content='0; url=https://router.test/'>",
    "submit": "<form id=f action='https://metadata.test/'></form><script>f.submit()</script>",
    "upward": "<iframe srcdoc=\"<script>top.location = 'https://six.test/'</script>\"></iframe>",
    "plain": "<script>location = 'http://shop.test/'</script>",
    "late": "<script>setTimeout(() => { location = 'https://127.0.0.1:TRAP/' }, 300)</script>",
}
"""Tricks that take the page itself where nobody may go."""

BITING = (
    *("fetch", "image", "frame", "frame-in-frame", "window", "form", "prefetch"),
    *("workers", "web-socket", "beacon", "javascript-link"),
)
"""Those that a browser without a guard falls for; a trap speaks no TLS, but it is dialled."""


def page_of(trick: str, port: int) -> str:
    """The page, with the trap's port in it."""
    return f"<!doctype html>{RAN}<p>Hello.</p>{trick.replace('TRAP', str(port))}"
