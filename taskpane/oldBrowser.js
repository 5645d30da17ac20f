/* global document */
/* Told by a script that every browser can read: in Internet Explorer 11, which Excel uses where WebView2 is missing, and in
   Safari before 16 the pane itself cannot run and would stay blank. Source: office-js-docs,
   docs/concepts/browsers-used-by-office-web-add-ins.md. */
(function () {
  var isNew =
    typeof Promise === "function" &&
    typeof Array.prototype.at === "function" &&
    typeof Object.hasOwn === "function" &&
    typeof structuredClone === "function";
  if (isNew) return;
  var root = document.getElementById("root");
  if (!root) return;
  root.style.padding = "16px";
  root.appendChild(
    document.createTextNode(
      "勾稽在这里打不开：这台电脑的 Excel 用的浏览器内核太旧。Windows 请安装 Microsoft Edge WebView2 并更新 Office；Mac 请把系统更新到 macOS 13（Safari 16）以上。也可以改用勾稽的命令行。",
    ),
  );
})();
