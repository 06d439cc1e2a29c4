// Generated from the catalog by `python -m generator build`. Do not edit.
/** @type {import("../runtime/rows.js").Common} */
export default {
codes: [[308,308],[400,599]],
before: ["http","http status","http status code","http code","http error","http error code","http response","http 1 0","http 1 1","http 2","http 2 0","http 3","status","status code","status_code","statuscode","http_status","http_status_code","httpstatus","http_code","response_status_code","response status","response code","response_code"],
beforeClosed: ["failed","failed with","failed with status","returned","returns","returned error","answered","answered with","answers","got","got a","response","responded","responded with","rejected","rejected with","api","apierror","api error","request","error","error code","server","order"],
behind: ["client error","server error"],
phrases: ["bad request","unauthorized","payment required","forbidden","not found","method not allowed","not acceptable","proxy authentication required","request timeout","request time-out","conflict","gone","length required","precondition failed","payload too large","request entity too large","content too large","uri too long","unsupported media type","range not satisfiable","expectation failed","misdirected request","unprocessable entity","unprocessable content","locked","failed dependency","too early","upgrade required","precondition required","too many requests","request header fields too large","unavailable for legal reasons","internal server error","internal error","not implemented","bad gateway","service unavailable","service temporarily unavailable","gateway timeout","gateway time-out","http version not supported","insufficient storage","authorization required","permanent redirect"],
levels: ["error","err","warning","warn","info","debug","critical","fatal","notice","exception"],
};
