import { describePane } from "./paneLook";

describePane("en-US");
