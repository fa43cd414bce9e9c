package org.mulin.triage.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.Urgency;

/** An invented city of two districts and a catalogue of four matters, small enough to follow by eye. */
final class SmallCity {
    static final Matters MATTERS = new Matters(List.of(
            matter("L", "市政设施", null),
            matter("L1", "路灯不亮", "L", "路灯坏了", "路灯不亮", "晚上没有路灯", "灯杆倒了", "路灯常亮不灭", "巷子里黑漆漆的"),
            matter("L2", "道路破损", "L", "路面有坑", "道路坑洼", "井盖丢失", "井盖松动", "人行道地砖破损", "路面塌陷"),
            matter("H", "环境", null),
            matter("H1", "噪声扰民", "H", "广场舞太吵", "半夜施工噪音", "音响声音大", "酒吧噪声扰民", "装修噪音", "睡不着觉"),
            matter("H2", "垃圾清运", "H", "垃圾没人清", "垃圾桶满了", "垃圾堆臭气熏天", "乱倒垃圾", "建筑垃圾堆放", "垃圾站异味")));

    private SmallCity() {}

    static LinearModel model() {
        return new Trainer(1).train(new SeedExamples(1).of(MATTERS));
    }

    static Gazetteer gazetteer() {
        var city = new Gazetteer.Builder();
        int root = city.area("3600", "3600", -1, "临江市", List.of());
        int east = city.area("360001", "360001", root, "东湖区", List.of("东湖新城"));
        int a1 = city.area("360002", "360002", root, "A1区", List.of());
        int a12 = city.area("360003", "360003", root, "A12县", List.of());
        int willow = city.area("360001001", "360001001", east, "杨柳街道", List.of());
        int bridge = city.area("360001001001", "360001001001", willow, "石桥社区", List.of());
        int spring = city.area("360001001002", "360001001002", willow, "春晓社区", List.of());
        int north = city.area("360002001", "360002001", a1, "城北街道", List.of());
        city.place("翠苑小区", List.of("翠苑"), bridge);
        city.place("春晓花园", List.of(), spring);
        city.place("人民路", List.of(), spring);
        city.place("人民路", List.of(), north);
        city.place("滨河公园", List.of(), a12);
        return city.build();
    }

    static Matter matter(String code, String name, @Nullable String parent, String... phrases) {
        return new Matter(code, name, parent, Urgency.NORMAL, true, null, null, List.of(phrases));
    }
}
