import { describePane } from "./paneLook";

describePane("zh-CN");
