/** One full life of a ticket in six steps: register, dispatch, accept, reply, resolve, judge. */
interface Life {
    String WORDS = "嗯嗯啊啊，我在楼下，你们自己来看一看吧。";
    String MATTER = "noise-shop";
    String REPLY = "工作人员已到现场查看，已要求店家调低音量，请放心。";
    String RESULT = "店家已拆除外放喇叭并作出书面承诺，社区将继续巡查。";
    /** About as much as the program keeps of a decision. */
    String REASONS = "事项由派单员确定；地点由诉求人给出；责任清单指明区县城市管理部门主办、街道办事处协办；"
            + "《中华人民共和国噪声污染防治法》第六十三条；三个工作日内办结。";

    void live() throws Exception;
}
